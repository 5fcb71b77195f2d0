import { useQuery } from '@tanstack/react-query';
import { Refusal } from '@wubian/shared/refusals.ts';
import { api } from '../../api.ts';
import { useParams } from '../../platform/nav.ts';
import { queryClient } from '../../query.ts';
import { type Answer, AnswerView } from '../../response/answer/answer-view.tsx';
import { answerWords as w } from '../../response/answer/words.ts';
import { CommunityChoice } from '../../response/community-choice.tsx';
import { EmergencyCalls } from '../../response/emergency-calls.tsx';
import { Card, Page, Shown, say, Words } from '../../ui/index.ts';

/** Without a sign-in nothing hints at changes; this often it asks. */
const everyMs = 5_000;
const said: Record<Answer, string> = { coming: w.saidComing, arrived: w.saidArrived, cannot: w.saidCannot };

/** Behind the link of a text message: somebody without an account says whether she comes. */
export default function AnswerPage() {
  const code = (useParams('answer').code ?? '').trim().toUpperCase();
  const queryKey = ['answer', code];
  const query = useQuery({
    queryKey,
    queryFn: () => api.response.readCode({ code }),
    refetchInterval: ({ state }) => (state.data?.open ? everyMs : false),
  });
  async function answer(one: Answer): Promise<void> {
    queryClient.setQueryData(queryKey, await api.response.answerCode({ code, answer: one }));
    say(said[one]);
  }
  return (
    <Page title={w.title} back={false} help={false}>
      {query.error instanceof Refusal && !query.data ? (
        <>
          <Card tone="glow">
            <Words tone="lead">{w.wrong}</Words>
            <Words>{w.wrongWords}</Words>
          </Card>
          <CommunityChoice known={[]} />
          <EmergencyCalls />
        </>
      ) : (
        <Shown query={query}>{(view) => <AnswerView view={view} onAnswer={answer} />}</Shown>
      )}
    </Page>
  );
}
