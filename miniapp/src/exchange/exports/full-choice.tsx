import { revealReasons } from '@wubian/shared/registry/reveal-reasons.ts';
import { ChoiceGrid, Stack, TextInput, Words } from '../../ui/index.ts';
import { exportWords as w } from '../words.ts';

type Reason = keyof typeof revealReasons;
const reasons = (Object.keys(revealReasons) as Reason[]).map((value) => ({ value, label: revealReasons[value] }));

export interface FullWish {
  how: 'masked' | 'full';
  reason?: Reason | undefined;
  words: string;
}

interface FullChoiceProps {
  wish: FullWish;
  error: string | undefined;
  onChange: (wish: FullWish) => void;
}

/** Whether hidden values leave in full, and for which reason: what is entered is said before. */
export function FullChoice({ wish, error, onChange }: FullChoiceProps) {
  const { how, reason, words } = wish;
  return (
    <Stack>
      <ChoiceGrid
        name="full"
        label={w.full}
        options={[
          { value: 'masked', label: w.masked, note: w.maskedNote },
          { value: 'full', label: w.whole, note: w.wholeNote },
        ]}
        value={how}
        onChange={(value) => onChange({ ...wish, how: value })}
      />
      {how === 'full' ? (
        <>
          <Words tone="strong">{w.wholeLead}</Words>
          <ChoiceGrid
            name="reason"
            label={w.reason}
            error={reason === 'other' ? undefined : error}
            options={reasons}
            value={reason}
            onChange={(value) => onChange({ ...wish, reason: value })}
          />
          <TextInput
            id="reason-words"
            label={w.reasonWords}
            optional={reason !== 'other'}
            error={reason === 'other' ? error : undefined}
            maxLength={100}
            value={words}
            onChange={(value) => onChange({ ...wish, words: value })}
          />
        </>
      ) : null}
    </Stack>
  );
}
