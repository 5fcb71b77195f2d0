import { Card, Facts, PlainButton, Words } from '../../ui/index.ts';
import type { Area } from '../use-areas.ts';
import { fieldValue } from './field-value.ts';
import type { ElderEdit } from './use-elder-edit.ts';
import { editWords as e, fieldNames } from './words.ts';

/** Somebody else saved this file meanwhile: what both changed, with what stands in the file now. */
export function EditQuarrel({ edit, areas }: { edit: ElderEdit; areas: readonly Area[] }) {
  const { quarrel } = edit;
  if (!quarrel) return null;
  // The point follows the estate and has no words of its own.
  const both = quarrel.both.filter((field) => field !== 'point');
  return (
    <Card tone="glow">
      <Words tone="strong">{e.changed}</Words>
      <Words>{both.length ? e.changedLead : e.changedNone}</Words>
      {both.length ? (
        <>
          <Facts
            items={both.map((field) => [fieldNames[field], e.changedNow(fieldValue(quarrel.theirs, field, areas))])}
          />
          <PlainButton id="take-theirs" onTap={edit.takeTheirs}>
            {e.takeTheirs}
          </PlainButton>
        </>
      ) : null}
    </Card>
  );
}
