import { sayValue } from '@wubian/shared/office/parameter-forms.ts';
import { sourceStatuses } from '@wubian/shared/office/parameter-table.ts';
import { parameterRow } from '@wubian/shared/office/parameters.ts';
import { go } from '../../platform/nav.ts';
import { type Column, DataTable, Stack, Tap, Words } from '../../ui/index.ts';
import { fullDay } from './first-day.ts';
import type { Parameter } from './use-parameters.ts';
import { parameterWords as w } from './words.ts';

function open({ key }: Parameter) {
  if (key === 'catalogue') return go('officeCatalogue');
  return key === 'ladder' ? go('officeLadder') : go('officeParameter', { key });
}

/** The value in force, and under it what is planned. */
function Value({ one: { key, value, changes } }: { one: Parameter }) {
  const { form } = parameterRow(key);
  const planned = changes.filter(({ state }) => state === 'planned').toReversed();
  return (
    <Stack tight>
      <Words tone="strong">{sayValue(form, value)}</Words>
      {planned.map((change) => (
        <Words key={change.id} tone="soft">
          {w.planned(fullDay(change.from), sayValue(form, change.value))}
        </Words>
      ))}
    </Stack>
  );
}

const columns: Column<Parameter>[] = [
  {
    title: w.name,
    share: 1.5,
    cell: (one) => (
      <Tap className="w-link" id={`parameter-${one.key}`} onTap={() => open(one)}>
        {parameterRow(one.key).label}
      </Tap>
    ),
  },
  { title: w.now, share: 1.5, cell: (one) => <Value one={one} /> },
  {
    title: w.since,
    share: 1.2,
    cell: ({ inForce }) => (inForce ? w.sinceBy(fullDay(inForce.from), inForce.byName) : w.byDefault),
  },
  {
    title: w.ground,
    share: 1.6,
    long: true,
    cell: ({ key }) => {
      const { status, source } = parameterRow(key);
      return `${sourceStatuses[status]}：${source}`;
    },
  },
  { title: w.usedBy, cell: ({ key }) => parameterRow(key).usedBy ?? w.notUsed },
];

/** One group of the centre; the first cell opens the parameter. */
export const GroupTable = ({ label, items }: { label: string; items: Parameter[] }) => (
  <DataTable label={label} columns={columns} rows={items} keyOf={({ key }) => key} />
);
