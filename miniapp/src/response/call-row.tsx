import { View } from '@tarojs/components';
import { call } from '../platform/phone-call.ts';
import { Icon, Tap } from '../ui/index.ts';
import type { Callee } from './numbers.ts';
import { helpWords } from './words.ts';

/** One person or office to ring: a tap dials at once. */
export function CallRow({ label, phone, id }: Callee & { id: string }) {
  return (
    <Tap className="w-item" id={id} onTap={() => call(phone)} aria={{ label: helpWords.call(label, phone) }}>
      <Icon name="phone" colour="main" size={28} />
      <View className="w-item-body">
        <View className="w-item-title">{label}</View>
        <View className="w-item-note">{phone}</View>
      </View>
    </Tap>
  );
}
