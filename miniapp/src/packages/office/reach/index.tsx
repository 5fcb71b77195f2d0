import { ReachTable, useUnreachable } from '../../../notices/reach-table.tsx';
import { reachWords as w } from '../../../notices/reach-words.ts';
import { Empty, Page, Section, Shown, Words } from '../../../ui/index.ts';

/** Whom messages do not reach: no consents left for WeChat, or no phone. */
export default function OfficeReach() {
  const query = useUnreachable();
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <Shown query={query}>
        {({ items, total }) =>
          items.length ? (
            <Section title={w.some(items.length, total)}>
              <ReachTable rows={items} />
            </Section>
          ) : (
            <Empty words={w.none} />
          )
        }
      </Shown>
    </Page>
  );
}
