import { sayValue } from '@wubian/shared/office/parameter-forms.ts';
import { sourceStatuses } from '@wubian/shared/office/parameter-table.ts';
import { type ParameterName, parameterNames, parameterRow } from '@wubian/shared/office/parameters.ts';
import type { Category } from '@wubian/shared/registry/categories.ts';
import { CategoryViews } from '../../../office/parameters/category-views.tsx';
import { ChangeForm } from '../../../office/parameters/change-form.tsx';
import { ChangeList } from '../../../office/parameters/change-list.tsx';
import { fullDay } from '../../../office/parameters/first-day.ts';
import { type Parameter, useParameter } from '../../../office/parameters/use-parameters.ts';
import { parameterWords as w } from '../../../office/parameters/words.ts';
import { useParams } from '../../../platform/nav.ts';
import { Card, Columns, Empty, Facts, Page, Shown, Stack, Words } from '../../../ui/index.ts';

/** What it is today, and on what ground. */
function Head({ parameter: { key, value, inForce } }: { parameter: Parameter }) {
  const { form, status, source, usedBy, default: byDefault } = parameterRow(key);
  return (
    <Card>
      <Words tone="lead">{sayValue(form, value)}</Words>
      <Facts
        items={[
          [w.since, inForce ? w.sinceBy(fullDay(inForce.from), inForce.byName) : w.byDefault],
          [w.defaultIs, inForce ? sayValue(form, byDefault) : undefined],
          [w.ground, `${sourceStatuses[status]}：${source}`],
          [w.usedBy, usedBy ?? `${w.notUsed}。${w.notUsedLong}`],
        ]}
      />
    </Card>
  );
}

function OneParameter({ name }: { name: ParameterName }) {
  const query = useParameter(name);
  const { label, form } = parameterRow(name);
  return (
    <Page title={label} dense wide>
      <Shown query={query}>
        {({ day, parameter }) => (
          <Columns min={400}>
            <Stack>
              <Head parameter={parameter} />
              {form.as === 'fixed' ? <Words>{w.fixed}</Words> : <ChangeForm parameter={parameter} today={day} />}
            </Stack>
            <Stack>
              <ChangeList parameter={parameter} />
              {name === 'streetCategories' ? <CategoryViews street={parameter.value as Category[]} /> : null}
            </Stack>
          </Columns>
        )}
      </Shown>
    </Page>
  );
}

/** One parameter: its value today, the form for a new one, and every change. */
export default function OfficeParameter() {
  const { key } = useParams('officeParameter');
  const name = parameterNames.find((one) => one === key);
  if (name) return <OneParameter key={name} name={name} />;
  return (
    <Page title={w.title} dense>
      <Empty words={w.unknown} />
    </Page>
  );
}
