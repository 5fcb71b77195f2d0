import { View } from '@tarojs/components';
import { api } from '../../api.ts';
import { base64OfText } from '../../platform/base64.ts';
import { now } from '../../platform/clock.ts';
import { fileSink } from '../../platform/file-save.ts';
import {
  askWords,
  Card,
  confirm,
  DangerButton,
  dayWords,
  PlainButton,
  StatusTag,
  say,
  Words,
  whenWords,
} from '../../ui/index.ts';
import { privacyChanged, type RightsRequest } from './use-privacy.ts';
import { rightsWords as w } from './words.ts';

const tones = { open: 'wait', done: 'done', refused: 'stop' } as const;

/** Makes the copy and hands it over: a page to read, and the same as data. */
async function makeCopy({ id }: RightsRequest): Promise<void> {
  if (!(await confirm({ title: w.exportTitle, words: w.exportWords, yes: w.export }))) return;
  const { fileName, html, json } = await api.registry.exportPerson({ requestId: id });
  for (const [text, ending, mime] of [
    [html, 'html', 'text/html'],
    [json, 'json', 'application/json'],
  ] as const) {
    const sink = fileSink(`${fileName}.${ending}`, mime);
    await sink.add(base64OfText(text));
    await sink.done();
  }
  await privacyChanged();
  say(w.exported);
}

async function erase({ id, elderName }: RightsRequest): Promise<void> {
  if (!(await confirm({ title: w.eraseTitle(elderName), words: w.eraseWords, yes: w.erase, danger: true }))) return;
  await api.registry.erasePerson({ requestId: id });
  await privacyChanged();
  say(w.erased);
}

const refuse = ({ id }: RightsRequest) =>
  askWords(w.refuseTitle, {
    ...{
      label: w.refuseLabel,
      need: w.refuseNeed,
      yes: w.refuse,
      danger: true,
      draft: `rights/${id}`,
      field: 'reason',
    },
    async onSend(reason) {
      await api.registry.refuseRights({ requestId: id, reason });
      await privacyChanged();
      say(w.refused);
    },
  });

/** What an erasure takes away, and what the law keeps and until when: shown before it and after it. */
function Ahead({ goes, kept }: Pick<RightsRequest, 'goes' | 'kept'>) {
  return (
    <>
      <Words tone="strong">{w.goes}</Words>
      {goes.map((one) => (
        <Words key={one}>{`· ${one}`}</Words>
      ))}
      <Words tone="strong">{w.kept}</Words>
      {kept.map(({ what, why, until }) => (
        <View key={what}>
          <Words>{`· ${what}`}</Words>
          <Words tone="soft">{`${why} · ${w.keptUntil(until)}`}</Words>
        </View>
      ))}
    </>
  );
}

/** One request with its acts. */
export function RightsCard({ request }: { request: RightsRequest }) {
  const { id, elderName, kind, kindLabel, askerLabel, askerName, proofLabel, why, at, byName, due } = request;
  const { overdue, state, stateLabel, hindrance, done, can } = request;
  return (
    <Card>
      <View className="w-item-head">
        <View className="w-item-title">{`${elderName} · ${kindLabel}`}</View>
        <StatusTag tone={overdue ? 'warn' : tones[state]}>{overdue ? w.overdue : stateLabel}</StatusTag>
      </View>
      <Words>{w.askedBy(askerLabel, askerName, proofLabel)}</Words>
      {why ? <Words>{why}</Words> : null}
      <Words tone="soft">
        {[w.by(byName, whenWords(at, now())), state === 'open' && w.due(dayWords(due, now()))]
          .filter(Boolean)
          .join(' · ')}
      </Words>
      {kind === 'erase' ? <Ahead {...request} /> : null}
      {hindrance ? <Words tone="strong">{hindrance}</Words> : null}
      {done ? (
        <Words>
          {[w.doneBy(stateLabel, done.byName, whenWords(done.at, now())), done.words].filter(Boolean).join('：')}
        </Words>
      ) : null}
      {can.export ? (
        <PlainButton id={`export-${id}`} label={`${w.export}：${elderName}`} onTap={() => makeCopy(request)}>
          {w.export}
        </PlainButton>
      ) : null}
      {can.erase ? (
        <DangerButton id={`erase-${id}`} label={`${w.erase}：${elderName}`} onTap={() => erase(request)}>
          {w.erase}
        </DangerButton>
      ) : kind === 'erase' && state === 'open' && !hindrance ? (
        <Words tone="soft">{w.needSecond}</Words>
      ) : null}
      {can.refuse ? (
        <PlainButton id={`refuse-${id}`} label={`${w.refuse}：${elderName}`} onTap={() => refuse(request)}>
          {w.refuse}
        </PlainButton>
      ) : null}
    </Card>
  );
}
