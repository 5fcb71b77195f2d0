import { View } from '@tarojs/components';
import { useOnline } from '../platform/network.ts';
import { dismissParcel, retryOutbox, useOutbox } from '../platform/outbox.ts';
import { words } from '../words.ts';
import { aria } from './base/aria.ts';
import { Icon } from './base/icon.tsx';
import { Tap } from './base/tap.tsx';

/** Says when there is no network, what was not sent yet, and what the server refused on a later try. */
export function OfflineBar() {
  const online = useOnline();
  const parcels = useOutbox();
  const waiting = parcels.filter((one) => one.state === 'waiting');
  const refused = parcels.filter((one) => one.state === 'refused');
  if (online && !parcels.length) return null;
  return (
    <View className="w-offline" {...aria({ role: 'status', live: 'polite' })}>
      {online ? null : (
        <View className="w-offline-line">
          <Icon name="cloud" colour="warn" />
          <View className="w-offline-words">{words.offline}</View>
        </View>
      )}
      {waiting.length ? (
        <View className="w-offline-line">
          <Icon name="clock" colour="warn" />
          <View className="w-offline-words">{words.unsent(waiting.length)}</View>
          <Tap className="w-offline-act" id="send-now" onTap={retryOutbox}>
            {words.sendNow}
          </Tap>
        </View>
      ) : null}
      {refused.map(({ id, label, words: reason }) => (
        <View className="w-offline-line" key={id}>
          <Icon name="warn" colour="sosInk" />
          <View className="w-offline-words">
            {words.refusedOf(label)}：{reason}
          </View>
          <Tap className="w-offline-act" onTap={() => dismissParcel(id)}>
            {words.know}
          </Tap>
        </View>
      ))}
    </View>
  );
}
