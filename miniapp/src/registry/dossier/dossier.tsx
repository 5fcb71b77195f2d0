import type { FieldGroup, HiddenField } from '@wubian/shared/registry/fields.ts';
import { type ReactNode, useState } from 'react';
import { go } from '../../platform/nav.ts';
import { Columns, PlainButton, Stack } from '../../ui/index.ts';
import type { Elder } from '../elders/use-elders.ts';
import { privacyWords } from '../privacy/words.ts';
import { CategoryViews } from './category-views.tsx';
import { DossierGroup } from './dossier-group.tsx';
import { DossierHead } from './dossier-head.tsx';
import { askReveal, type Revealed } from './reveal-sheet.tsx';
import { RevealedValues } from './revealed-values.tsx';
import { WhoActs } from './who-acts.tsx';
import { dossierWords as w } from './words.ts';

/** In reading order: first what a visit needs. */
const left: readonly FieldGroup[] = ['contacts', 'health', 'where', 'service'];
const right: readonly FieldGroup[] = ['living', 'identity', 'welfare', 'hukou'];

/** One file, to be read in a minute: who, whom to ring, what to mind, how she lives. `children`: its acts. */
export function Dossier({ elder, children }: { elder: Elder; children?: ReactNode }) {
  const [revealed, setRevealed] = useState<Revealed>();
  const hidden = elder.groups.flatMap(({ fields }) =>
    fields.flatMap(({ field, hidden: is, known }) => (is && known ? [field as HiddenField] : [])),
  );
  async function reveal() {
    const shown = await askReveal(elder.id, hidden);
    if (shown) setRevealed(shown);
  }
  return (
    <>
      <DossierHead elder={elder} />
      {revealed ? <RevealedValues name={elder.facts.name} revealed={revealed} /> : null}
      {elder.can.reveal && hidden.length ? (
        <PlainButton id="reveal" icon="phone" onTap={reveal}>
          {w.reveal}
        </PlainButton>
      ) : null}
      {children}
      <Columns min={400}>
        <Stack>
          {left.map((group) => (
            <DossierGroup key={group} elder={elder} group={group} />
          ))}
        </Stack>
        <Stack>
          {right.map((group) => (
            <DossierGroup key={group} elder={elder} group={group} />
          ))}
          <WhoActs elderId={elder.id} />
          <CategoryViews elder={elder} />
        </Stack>
      </Columns>
      <PlainButton id="elder-consents" onTap={() => go('workerConsents', { id: elder.id })}>
        {`${privacyWords.parts.consents}、${privacyWords.parts.views}`}
      </PlainButton>
      <PlainButton id="elder-history" onTap={() => go('workerElderHistory', { id: elder.id })}>
        {w.history}
      </PlainButton>
    </>
  );
}
