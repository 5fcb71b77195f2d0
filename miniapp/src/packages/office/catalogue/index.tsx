import { CatalogueForm } from '../../../office/catalogue/catalogue-form.tsx';
import { catalogueWords as w } from '../../../office/catalogue/words.ts';
import { useParameter } from '../../../office/parameters/use-parameters.ts';
import { useRules } from '../../../office/use-office.ts';
import { Page, Shown, Words } from '../../../ui/index.ts';

/** 七助七送 as the street offers them, by date. */
export default function OfficeCatalogue() {
  const query = useParameter('catalogue');
  const { data: rules } = useRules();
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <Shown query={query}>
        {({ day, parameter }) => (
          <CatalogueForm parameter={parameter} today={day} closed={rules?.rules.closedKinds ?? []} />
        )}
      </Shown>
    </Page>
  );
}
