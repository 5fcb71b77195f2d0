import { View } from '@tarojs/components';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Input, Output } from '@wubian/shared/endpoint.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { queryClient } from '../../query.ts';
import {
  ListRow,
  MainAct,
  openSheet,
  PlainButton,
  Row,
  Rows,
  Select,
  Stack,
  say,
  TextInput,
  Words,
} from '../../ui/index.ts';
import type { ElderRow } from '../elders/use-elders.ts';
import { type Area, useAreas } from '../use-areas.ts';
import { deskWords as w } from './words.ts';

type Assign = Input<WubianApi['registry']['assignElders']>;
type Items = Output<WubianApi['registry']['assignElders']>['items'];
type What = 'responsible' | 'grid';

interface BulkFormProps {
  what: What;
  area: Area;
  elderIds: string[];
  onDone: (done: number | undefined) => void;
}

const toOf = (what: What, area: Area, chosen: string): Assign['to'] =>
  what === 'responsible' ? { responsibleId: chosen || null } : { communityId: area.id, gridId: chosen || null };

/** Choose, say why, see what would become of each, then do it. */
function BulkForm({ what, area, elderIds, onDone }: BulkFormProps) {
  const [chosen, setChosen] = useState('');
  const [why, setWhy] = useState('');
  const [items, setItems] = useState<Items>();
  const will = items?.filter(({ result }) => result === 'will').length ?? 0;
  const options =
    what === 'responsible'
      ? [
          { value: '', label: w.nobody },
          ...area.workers.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]
      : [{ value: '', label: w.noGrid }, ...area.grids.map(({ id, name }) => ({ value: id, label: name }))];
  const send = (dry: boolean) => api.registry.assignElders({ elderIds, to: toOf(what, area, chosen), why, dry });

  async function apply() {
    const done = await send(false);
    onDone(done.items.filter(({ result }) => result === 'done').length);
  }
  return (
    <Stack>
      <Select
        id="bulk-to"
        label={what === 'responsible' ? w.whom : w.which}
        options={options}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          setItems(undefined);
        }}
      />
      <TextInput id="bulk-why" label={w.why} hint={w.whyHint} maxLength={100} value={why} onChange={setWhy} />
      {items ? (
        <>
          <Words>{w.previewLead(will, items.length)}</Words>
          <View className="w-bulk-list">
            <Rows>
              {items.map(({ elderId, name, before, after, words }) => (
                <ListRow key={elderId} title={name} notes={[w.change(before, after), words || undefined]} />
              ))}
            </Rows>
          </View>
          <MainAct id="bulk-apply" disabled={will === 0} onTap={apply}>
            {w.apply(will)}
          </MainAct>
        </>
      ) : (
        <PlainButton id="bulk-preview" disabled={!why.trim()} onTap={async () => setItems((await send(true)).items)}>
          {w.preview}
        </PlainButton>
      )}
    </Stack>
  );
}

/** What may be done with all that are picked. */
export function BulkBar({ rows, onClear }: { rows: readonly ElderRow[]; onClear: () => void }) {
  const areas = useAreas().data?.communities ?? [];
  const communities = new Set(rows.map(({ communityId }) => communityId));
  const area = communities.size === 1 ? areas.find(({ id }) => communities.has(id)) : undefined;
  const elderIds = rows.map(({ id }) => id);

  async function open(what: What) {
    if (!area) return say(w.oneCommunity);
    const title = what === 'responsible' ? w.setResponsible : w.setGrid;
    const done = await openSheet<number>(title, (close) => (
      <BulkForm what={what} area={area} elderIds={elderIds} onDone={close} />
    ));
    if (done === undefined) return;
    say(w.applied(done));
    onClear();
    await queryClient.invalidateQueries({ queryKey: ['registry'] });
  }
  return (
    <View className="w-bulk">
      <Words tone="strong">{w.picked(rows.length)}</Words>
      <Row>
        <PlainButton id="bulk-responsible" onTap={() => open('responsible')}>
          {w.setResponsible}
        </PlainButton>
        <PlainButton id="bulk-grid" onTap={() => open('grid')}>
          {w.setGrid}
        </PlainButton>
        <PlainButton id="bulk-clear" onTap={onClear}>
          {w.unpick}
        </PlainButton>
      </Row>
    </View>
  );
}
