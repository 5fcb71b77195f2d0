import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { replace } from '../../platform/nav.ts';
import type { DeskFilter, DeskSort } from '../../registry/desk/use-desk.ts';
import { deskWords } from '../../registry/desk/words.ts';
import { useAreas } from '../../registry/use-areas.ts';
import { Card, Chips, PlainButton, Row, Words } from '../../ui/index.ts';
import { exportWords as w } from '../words.ts';
import { filterWords } from './filter-words.ts';

const sorts = (Object.keys(deskWords.sorts) as DeskSort[]).map((value) => ({ value, label: deskWords.sorts[value] }));

interface ExportWhatProps {
  filter: DeskFilter;
  sort: DeskSort;
  onSort: (sort: DeskSort) => void;
}

/** Whom the sheet will be about, in words, how many they are, and in which order they stand. */
export function ExportWhat({ filter, sort, onSort }: ExportWhatProps) {
  const areas = useAreas().data?.communities ?? [];
  const { data } = useQuery({
    queryKey: ['registry', 'elders', 'count', filter],
    queryFn: () => api.registry.countElders(filter),
  });
  return (
    <Card>
      <Words tone="strong">{filterWords(filter, areas).join('；') || w.everybody}</Words>
      <Row>
        {data ? <Words>{w.count(data.count, data.more)}</Words> : null}
        <PlainButton id="to-desk" onTap={() => replace('workerElders', filter)}>
          {w.changeFilter}
        </PlainButton>
      </Row>
      <Chips name="sort" label={w.sort} options={sorts} value={sort} onChange={onSort} />
    </Card>
  );
}
