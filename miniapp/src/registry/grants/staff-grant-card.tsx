import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { askWords, Facts, PlainButton, say, whenWords } from '../../ui/index.ts';
import { GrantCard } from '../grant-card.tsx';
import type { Grant } from '../use-grants.ts';
import { AnswerForm, grantsChanged } from './answer-form.tsx';
import { grantWords as w } from './words.ts';

const end = (grant: Grant) =>
  askWords(w.endTitle, {
    label: w.endLabel,
    hint: w.endHint,
    quick: w.endQuick,
    yes: w.end,
    danger: true,
    draft: `end-grant/${grant.id}`,
    field: 'note',
    async onSend(note) {
      await api.registry.endGrant({ grantId: grant.id, note });
      await grantsChanged();
      say(w.ended);
    },
  });

/** One grant as a worker sees it: who wants to do what for whom, and the answer to it. `first` opens unfolded. */
export function StaffGrantCard({ grant, first }: { grant: Grant; first: boolean }) {
  const [open, setOpen] = useState(first);
  const { familyName, familyPhoneMasked, elderId, elderName, communityName, can } = grant;
  return (
    <GrantCard grant={grant} title={w.between(familyName, elderName)}>
      <Facts
        items={[
          [w.family, [familyName, familyPhoneMasked].filter(Boolean).join(' ')],
          [w.elderTyped, elderId ? `${elderName} · ${communityName}` : `${elderName}，${w.noElder}`],
          [w.askedAt, whenWords(grant.askedAt, now())],
        ]}
      />
      {can.answer && open ? <AnswerForm grant={grant} /> : null}
      {can.answer ? (
        <PlainButton id={`answer-${grant.id}`} onTap={() => setOpen(!open)}>
          {open ? w.fold : w.answer}
        </PlainButton>
      ) : null}
      {can.end ? (
        <PlainButton id={`end-${grant.id}`} onTap={() => end(grant)}>
          {w.end}
        </PlainButton>
      ) : null}
    </GrantCard>
  );
}
