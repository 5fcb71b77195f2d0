import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import { Card, PlainButton, say, Words } from '../../ui/index.ts';
import { act, useAboutMe } from './use-roll-calls.ts';
import { aboutMeWords as w } from './words.ts';

/** On the first pages of the old person and her family: a roll-call asks how she is, one big button answers. */
export function AboutMeCards({ family }: { family?: boolean }) {
  const items = useAboutMe().data?.items ?? [];
  return (
    <>
      {items.map((one) => (
        <Card key={one.id} tone={one.mayAnswer ? 'glow' : 'tint'}>
          <Words tone="lead">{w.title(one.reasonLabel, one.drill)}</Words>
          {one.mayAnswer ? (
            <>
              {family ? <Words tone="soft">{w.familyNote}</Words> : null}
              <PlainButton
                id={`fine-${one.id}`}
                icon="check"
                onTap={async () => {
                  await act(api.response.sayFine({ rowId: one.id, id: newId() }));
                  say(w.said);
                }}
              >
                {family ? w.familyFine(one.elderName) : w.fine}
              </PlainButton>
            </>
          ) : (
            <Words>{w.done(one.said ?? one.stateLabel)}</Words>
          )}
        </Card>
      ))}
    </>
  );
}
