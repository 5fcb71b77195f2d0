import { Card, PlainButton, Row, Words } from '../ui/index.ts';
import { Bar } from './progress.tsx';
import type { Upload } from './use-upload.ts';
import { titleOf, importWords as w } from './words.ts';

/** A file on its way: how far it is, and how to go on when it broke off. Nothing while none is. */
export function UploadSteps({ upload }: { upload: Upload }) {
  const { state, goOn, stop } = upload;
  if (state.at === 'idle') return state.words ? <Words tone="strong">{state.words}</Words> : null;
  if (state.at === 'there') return null;
  return (
    <Card>
      <Words>{`${w.sending(titleOf(state.name))}　${state.percent}%`}</Words>
      <Bar percent={state.percent} />
      {state.at === 'broken' ? <Words tone="strong">{`${w.stopped}${state.words}`}</Words> : null}
      <Row>
        {state.at === 'broken' ? (
          <PlainButton id="upload-go-on" onTap={goOn}>
            {w.goOn}
          </PlainButton>
        ) : null}
        <PlainButton id="upload-stop" onTap={stop}>
          {w.stop}
        </PlainButton>
      </Row>
    </Card>
  );
}
