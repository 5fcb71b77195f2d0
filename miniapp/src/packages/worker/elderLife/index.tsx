import { useParams } from '../../../platform/nav.ts';
import { useElder } from '../../../registry/elders/use-elders.ts';
import { LifeActs } from '../../../registry/life/life-acts.tsx';
import { LifeHistory } from '../../../registry/life/life-history.tsx';
import { sayLife } from '../../../registry/life/life-strip.tsx';
import { MoveForm } from '../../../registry/life/move-form.tsx';
import { UndoCard } from '../../../registry/life/undo-card.tsx';
import { useLife } from '../../../registry/life/use-life.ts';
import { lifeWords as w } from '../../../registry/life/words.ts';
import { Card, Page, Shown, Words } from '../../../ui/index.ts';

/** What has become of one person: to write it down, to take it back by two, and to read it. */
export default function WorkerElderLife() {
  const { id = '' } = useParams('workerElderLife');
  const elder = useElder(id);
  const life = useLife(id);
  return (
    <Page title={w.title} dense>
      <Shown query={elder}>
        {(file) => (
          <>
            <Card>
              <Words tone="strong">{`${file.facts.name} · ${file.statusLabel}`}</Words>
              {sayLife(file) ? <Words tone="soft">{sayLife(file)}</Words> : null}
            </Card>
            <Shown query={life}>
              {(its) => (
                <>
                  {its.undo ? <UndoCard undo={its.undo} /> : null}
                  {file.moves.length && file.can.edit ? <MoveForm elder={file} /> : null}
                  <LifeActs elder={file} life={its} />
                  <LifeHistory life={its} />
                </>
              )}
            </Shown>
          </>
        )}
      </Shown>
    </Page>
  );
}
