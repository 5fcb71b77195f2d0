import { Refusal } from '@wubian/shared/refusals.ts';
import { type OpinionGrade, opinionGrades, opinionLabels } from '@wubian/shared/response/roster/labels.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { PlainButton, Section, Stack, TextArea, Words } from '../../ui/index.ts';
import { dutyWords as w } from './words.ts';

/** A resident's opinion: one tap; whoever likes writes a few words first. */
export function RateToday() {
  const [words, setWords] = useState('');
  const [writes, setWrites] = useState(false);
  const [done, setDone] = useState('');

  async function rate(grade: OpinionGrade) {
    try {
      await api.response.rateDuty({ grade, words: words.trim() });
      setDone(w.rated);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'duty_rated')) throw error;
      setDone(w.ratedBefore);
    }
  }
  return (
    <Section title={w.rate}>
      {done ? (
        <Words tone="lead">{done}</Words>
      ) : (
        <Stack>
          {writes ? (
            <TextArea
              id="rate-words"
              label={w.sayMoreLabel}
              optional
              maxLength={200}
              value={words}
              onChange={setWords}
            />
          ) : null}
          {opinionGrades.map((grade) => (
            <PlainButton key={grade} id={`rate-${grade}`} onTap={() => rate(grade)}>
              {opinionLabels[grade]}
            </PlainButton>
          ))}
          {writes ? null : (
            <PlainButton id="rate-more" icon="plus" onTap={() => setWrites(true)}>
              {w.sayMore}
            </PlainButton>
          )}
        </Stack>
      )}
    </Section>
  );
}
