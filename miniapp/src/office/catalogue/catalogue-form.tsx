import type { Kind } from '@wubian/shared/companion/kinds.ts';
import { type CatalogueItem, schemaOf } from '@wubian/shared/office/parameter-forms.ts';
import { useState } from 'react';
import { KindGrid } from '../../companion/index.ts';
import { useDraft } from '../../platform/drafts.ts';
import { newId } from '../../platform/new-id.ts';
import { Card, Columns, MainAct, PlainButton, Section, Stack, TextArea, Words } from '../../ui/index.ts';
import { ChangeList } from '../parameters/change-list.tsx';
import { type DayDraft, FirstDayChoice } from '../parameters/first-day-choice.tsx';
import { sendChange, type Wrong } from '../parameters/send-change.ts';
import type { Parameter } from '../parameters/use-parameters.ts';
import { parameterWords as p } from '../parameters/words.ts';
import { changed, type Group, itemsOf, moved } from './catalogue-draft.ts';
import { CatalogueRow } from './catalogue-row.tsx';
import { catalogueWords as w } from './words.ts';

interface Draft {
  id: string;
  items: CatalogueItem[];
  day: DayDraft;
  reason: string;
}
const groups: readonly Group[] = ['help', 'deliver'];
const schema = schemaOf({ as: 'catalogue' });

interface CatalogueFormProps {
  parameter: Parameter;
  today: string;
  /** Kinds that the street's rules have closed for now. */
  closed: readonly Kind[];
}

/** The catalogue from a day on: order, what is offered, words; beside it what an old person will see. */
export function CatalogueForm({ parameter, today, closed }: CatalogueFormProps) {
  const items = parameter.value as CatalogueItem[];
  const blank = (): Draft => ({ id: newId(), items, day: { usual: today, typed: '' }, reason: '' });
  const [draft, setDraft, done] = useDraft<Draft>('parameter/catalogue', blank());
  const [wrong, setWrong] = useState<Wrong>({});
  const [editing, setEditing] = useState<Kind>();
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  async function save() {
    const checked = schema.safeParse(draft.items);
    const value = checked.success ? { value: checked.data } : { wrong: checked.error.issues[0]!.message };
    const found = await sendChange(parameter, today, { ...draft, value });
    if (found === undefined) return;
    setWrong(found ?? {});
    if (found) return;
    setDraft({ ...blank(), items: draft.items });
    done();
  }
  return (
    <Columns min={400}>
      <Stack>
        {groups.map((group) => (
          <Section key={group} title={w.groups[group]}>
            <Stack tight>
              {itemsOf(draft.items, group).map((item, at, all) => (
                <CatalogueRow
                  key={item.kind}
                  item={item}
                  closed={closed.includes(item.kind)}
                  editing={editing === item.kind}
                  canMove={{ up: at > 0, down: at < all.length - 1 }}
                  onEdit={() => setEditing(editing === item.kind ? undefined : item.kind)}
                  onMove={(by) => change({ items: moved(draft.items, item.kind, by) })}
                  onChange={(part) => change({ items: changed(draft.items, item.kind, part) })}
                />
              ))}
            </Stack>
          </Section>
        ))}
      </Stack>
      <Stack>
        <Section title={p.form}>
          <Card>
            <Stack>
              <FirstDayChoice today={today} value={draft.day} onChange={(day) => change({ day })} error={wrong.from} />
              <TextArea
                id="reason"
                label={p.reason}
                hint={p.reasonHint}
                maxLength={200}
                value={draft.reason}
                onChange={(reason) => change({ reason })}
                error={wrong.reason}
              />
              {wrong.value ? <Words tone="strong">{wrong.value}</Words> : null}
              <MainAct id="save-catalogue" onTap={save}>
                {p.save}
              </MainAct>
              <PlainButton id="reset-catalogue" onTap={() => setDraft(blank())}>
                {w.reset}
              </PlainButton>
            </Stack>
          </Card>
        </Section>
        <Section title={w.preview}>
          <Words tone="soft">{w.previewLead}</Words>
          <KindGrid offered={draft.items.filter(({ offered }) => offered)} titles={w.groups} onPick={setEditing} />
        </Section>
        <ChangeList parameter={parameter} />
      </Stack>
    </Columns>
  );
}
