import { useState } from 'react';
import { ExportForm, ExportList, ExportWhat, exportWords as w } from '../../../exchange/index.ts';
import { useParams } from '../../../platform/nav.ts';
import { type DeskFilter, type DeskSort, givenOf } from '../../../registry/desk/use-desk.ts';
import { deskWords } from '../../../registry/desk/words.ts';
import { Page, Section, Words } from '../../../ui/index.ts';

const isSort = (value: string | undefined): value is DeskSort => value !== undefined && value in deskWords.sorts;

/** Sheets out of the registry: whom the desk's conditions find, in the columns that are chosen. */
export default function OfficeExport() {
  const params = useParams('officeExport');
  const filter = givenOf(params as DeskFilter);
  const [sort, setSort] = useState<DeskSort>(isSort(params.sort) ? params.sort : 'name');
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <Section title={w.what}>
        <ExportWhat filter={filter} sort={sort} onSort={setSort} />
      </Section>
      <ExportForm filter={filter} sort={sort} />
      <ExportList />
    </Page>
  );
}
