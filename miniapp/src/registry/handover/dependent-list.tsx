import { type DependentKind, dependentKindNames } from '@wubian/shared/registry/stewardship.ts';
import { useState } from 'react';
import { CheckGrid, ListRow, PlainButton, Rows, Section, Words } from '../../ui/index.ts';
import type { Dependents } from './use-handover.ts';
import { handoverWords as w } from './words.ts';

const firstShown = 5;
type Items = Dependents['items'];

function Some({ items, kind }: { items: Items; kind: DependentKind }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <Rows many>
        {(all ? items : items.slice(0, firstShown)).map(({ id, title, note }) => (
          <ListRow key={id} title={title} notes={[note]} />
        ))}
      </Rows>
      {items.length > firstShown ? (
        <PlainButton id={`all-${kind}`} onTap={() => setAll(!all)}>
          {all ? w.fold : w.all(items.length)}
        </PlainButton>
      ) : null}
    </>
  );
}

interface DependentListProps {
  dependents: Dependents;
  keysGiven: readonly string[];
  onKeys: (ids: string[]) => void;
}

/** What hangs on somebody, by kind, and what becomes of each; keys are ticked when they have changed hands. */
export function DependentList({ dependents: { items, counts, more }, keysGiven, onKeys }: DependentListProps) {
  return (
    <>
      {dependentKindNames.map((kind) => {
        const mine = items.filter((item) => item.kind === kind);
        const counted = counts.find((one) => one.kind === kind);
        if (!counted) return null;
        return (
          <Section key={kind} title={`${counted.label}（${counted.count}）`}>
            <Words tone="soft">{w.how[kind]}</Words>
            {kind === 'keys' ? (
              <CheckGrid
                name="key"
                label={counted.label}
                options={mine.map(({ id, title, note }) => ({ value: id, label: title, note }))}
                value={keysGiven}
                onChange={onKeys}
              />
            ) : (
              <Some items={mine} kind={kind} />
            )}
          </Section>
        );
      })}
      {more ? <Words tone="soft">{w.more}</Words> : null}
    </>
  );
}
