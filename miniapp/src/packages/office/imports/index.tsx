import { BatchList, StartImport, useBatches, importWords as w } from '../../../exchange/index.ts';
import { usePageShow } from '../../../platform/lifecycle.ts';
import { Page, Section, Words } from '../../../ui/index.ts';

/** How many sources that were used before are offered. */
const offered = 4;

/** Sheets into the registry: the way in, and everything that was imported before. */
export default function OfficeImports() {
  const list = useBatches();
  usePageShow(() => {
    if (list.items) void list.refetch();
  });
  const sources = [...new Set((list.items ?? []).map(({ source }) => source))].slice(0, offered);
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <StartImport sources={sources} />
      <Section title={w.list}>
        <BatchList list={list} />
      </Section>
    </Page>
  );
}
