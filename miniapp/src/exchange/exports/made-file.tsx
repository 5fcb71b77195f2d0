import { Card, PlainButton, Row, Words } from '../../ui/index.ts';
import { Bar } from '../progress.tsx';
import { type Export, useFetchFile } from '../use-exports.ts';
import { titleOf, exportWords as w } from '../words.ts';

/** A file that is being made or lies ready, and the way to it. */
export function MadeFile({ made }: { made: Export }) {
  const { percent, fetch } = useFetchFile();
  const { state, stateLabel, words, rows, size, fileId, fileName } = made;
  const name = titleOf(fileName);
  if (state === 'running')
    return (
      <Card>
        <Words tone="strong">{name}</Words>
        <Words>{w.making(rows)}</Words>
      </Card>
    );
  if (!fileId)
    return (
      <Card tone="glow">
        <Words tone="strong">{`${name}　${stateLabel}`}</Words>
        {words ? <Words>{words}</Words> : null}
      </Card>
    );
  return (
    <Card tone="tint">
      <Words tone="strong">{name}</Words>
      <Words>{w.ready(rows, w.size(size))}</Words>
      {percent === undefined ? null : (
        <>
          <Words>{w.downloading(percent)}</Words>
          <Bar percent={percent} />
        </>
      )}
      <Row>
        <PlainButton id="fetch-made" onTap={() => fetch(fileId)} label={w.downloadOf(name)}>
          {w.download}
        </PlainButton>
      </Row>
    </Card>
  );
}
