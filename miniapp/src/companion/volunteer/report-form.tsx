import type { Kind } from '@wubian/shared/companion/kinds.ts';
import { useState } from 'react';
import { toFirstWrong, toTop } from '../../platform/scroll.ts';
import { CheckGrid, errorOf, MainAct, PlainButton, Stack, TextArea, say as tell, Words } from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { mostPhotos, ReportPhotos, usePhotoDrafts } from './report-photos.tsx';
import { type ReportForm as Form, missingIn, reportOf } from './report-state.ts';
import { ReportTimes } from './report-times.tsx';
import { sendFinish } from './send-report.ts';
import { reportWords as say, usualActs, usualNotices } from './words.ts';

interface FormProps {
  visit: { taskId: string; what: string; kind: Kind };
  startedAt: string;
  endedAt: string;
  form: Form;
  onChange: (form: Form) => void;
  /** The server has it: the draft may go. */
  onSent: () => void;
  /** How many photos this service already has. */
  photosThere: number;
}

const asOptions = (labels: readonly string[]) => labels.map((label) => ({ value: label, label }));

/** The end of a visit: what was done, what was noticed, what worries, photos if any; then it is sent or kept. */
export function ReportForm({ visit, startedAt, endedAt, form, onChange, onSent, photosThere }: FormProps) {
  const drafts = usePhotoDrafts(visit.taskId);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const missing = tried ? missingIn(form, startedAt) : [];
  const need = (field: (typeof missing)[number], words: string) => (missing.includes(field) ? words : undefined);
  const set = (change: Partial<Form>) => onChange({ ...form, ...change });

  async function send() {
    setTried(true);
    const wrong = missingIn(form, startedAt);
    if (wrong.length) toFirstWrong();
    if (wrong.length)
      throw new Error(wrong[0] === 'end' ? say.tooLong : wrong[0] === 'did' ? say.didNeed : say.concernNeed);
    try {
      await drafts.send(visit);
      const sent = await sendFinish(visit, { at: endedAt, ...reportOf(form) });
      if (sent) onSent();
      // What is only kept says so itself, above.
      if (sent) tell(say.sent);
      toTop();
    } catch (error) {
      setRefused(error);
      toTop();
      throw error;
    }
  }

  return (
    <>
      <ReportTimes
        startedAt={startedAt}
        endedAt={endedAt}
        onChange={(at) => set({ endedAt: at })}
        error={need('end', say.tooLong) ?? errorOf(refused, 'at')}
      />
      <Stack>
        <CheckGrid
          name="did"
          label={say.did}
          options={asOptions(usualActs[visit.kind])}
          value={form.did}
          onChange={(did) => set({ did })}
          error={need('did', say.didNeed) ?? errorOf(refused, 'did')}
        />
        <TextArea
          id="did-more"
          label={say.didMore}
          optional
          maxLength={300}
          value={form.didMore}
          onChange={(didMore) => set({ didMore })}
        />
      </Stack>
      <Stack>
        <CheckGrid
          name="noticed"
          label={say.noticed}
          hint={say.noticedHint}
          options={asOptions(usualNotices)}
          value={form.noticed}
          onChange={(noticed) => set({ noticed })}
          optional
        />
        <TextArea
          id="noticed-more"
          label={say.noticedMore}
          optional
          maxLength={300}
          value={form.noticedMore}
          onChange={(noticedMore) => set({ noticedMore })}
        />
      </Stack>
      <Stack>
        <CheckGrid
          name="concern"
          label={say.concernTitle}
          columns={1}
          options={[{ value: 'worried', label: say.concern, note: say.concernNote }]}
          value={form.worried ? ['worried'] : []}
          onChange={(on) => set({ worried: on.length > 0 })}
        />
        {form.worried ? (
          <TextArea
            id="concern"
            label={say.concernAsk}
            hint={say.concernHint}
            maxLength={500}
            value={form.concern}
            onChange={(concern) => set({ concern })}
            error={need('concern', say.concernNeed) ?? errorOf(refused, 'concern')}
          />
        ) : null}
      </Stack>
      <ReportPhotos drafts={drafts} room={mostPhotos - photosThere} />
      {refused ? <Words tone="strong">{wordsOf(refused)}</Words> : null}
      <MainAct id="send" onTap={send}>
        {say.send}
      </MainAct>
      <PlainButton id="go-on" onTap={() => set({ endedAt: null })}>
        {say.goOn}
      </PlainButton>
    </>
  );
}
