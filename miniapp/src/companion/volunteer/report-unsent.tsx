import { timeOf } from '@wubian/shared/time.ts';
import { dismissParcel, retryOutbox } from '../../platform/outbox.ts';
import type { Parcel } from '../../platform/outbox-core.ts';
import { call } from '../../platform/phone-call.ts';
import { Card, PlainButton, StatusTag, Words } from '../../ui/index.ts';
import { reportWords as say } from './words.ts';

const lineOf = ({ at, label }: Parcel): string => say.keptItem(label, timeOf(at));

interface UnsentProps {
  waiting: readonly Parcel[];
  refused: readonly Parcel[];
  /** The community's number, when it is known. */
  phone: string | undefined;
}

/** What of this visit is still only on the phone, and what the server said no to and whom to ring about it. */
export function ReportUnsent({ waiting, refused, phone }: UnsentProps) {
  return (
    <>
      {waiting.length ? (
        <Card tone="glow">
          <StatusTag tone="wait">{say.kept}</StatusTag>
          {waiting.map((parcel) => (
            <Words key={parcel.id}>{lineOf(parcel)}</Words>
          ))}
          <PlainButton id="send-kept" onTap={retryOutbox}>
            {say.trySend}
          </PlainButton>
        </Card>
      ) : null}
      {refused.length ? (
        <Card tone="glow">
          <StatusTag tone="warn">{say.refused}</StatusTag>
          {refused.map((parcel) => (
            <Words key={parcel.id}>{`${lineOf(parcel)}：${parcel.words ?? ''}`}</Words>
          ))}
          <Words>{say.refusedWhat}</Words>
          {phone ? (
            <PlainButton id="call-worker" icon="phone" onTap={() => call(phone)}>
              {say.callWorker}
            </PlainButton>
          ) : null}
          <PlainButton
            id="seen"
            onTap={() => {
              for (const { id } of refused) dismissParcel(id);
            }}
          >
            {say.seen}
          </PlainButton>
        </Card>
      ) : null}
    </>
  );
}
