import { View } from '@tarojs/components';
import { timeOf } from '@wubian/shared/time.ts';
import { dismissParcel } from '../../platform/outbox.ts';
import type { Parcel } from '../../platform/outbox-core.ts';
import { call } from '../../platform/phone-call.ts';
import { aria, Card, Icon, PlainButton, Row, StatusTag, Words } from '../../ui/index.ts';
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
          <View className="w-line" {...aria({ role: 'status', live: 'polite' })}>
            <Icon name="cloud" colour="warn" size={26} />
            <View className="w-line-words">
              <Words tone="strong">{say.kept}</Words>
              {waiting.map((parcel) => (
                <Words key={parcel.id}>{lineOf(parcel)}</Words>
              ))}
            </View>
          </View>
        </Card>
      ) : null}
      {refused.length ? (
        <Card tone="glow">
          <Row>
            <StatusTag tone="warn">{say.refused}</StatusTag>
          </Row>
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
