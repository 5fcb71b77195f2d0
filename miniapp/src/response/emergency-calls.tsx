import { View } from '@tarojs/components';
import { call } from '../platform/phone-call.ts';
import { Icon, Tap } from '../ui/index.ts';
import { emergencies } from '../words.ts';
import { helpWords } from './words.ts';

interface EmergencyCallsProps {
  /** True on pages whose main act is another one. */
  beside?: boolean | undefined;
}

/** 120, 110, 119: always all three, the first one biggest for the eye; a tap dials at once. */
export function EmergencyCalls({ beside = false }: EmergencyCallsProps) {
  return (
    <View className="w-stack">
      {emergencies.map(({ phone, name, when }, index) => (
        <Tap
          key={phone}
          id={`call-${phone}`}
          className={`w-emergency ${index === 0 ? 'w-emergency--first' : ''}`}
          primary={index === 0 && !beside}
          onTap={() => call(phone)}
        >
          <Icon name="phone" colour="white" size={40} />
          <View className="w-emergency-body">
            <View className="w-emergency-title">{`${phone} ${name}`}</View>
            <View className="w-emergency-when">{when}</View>
          </View>
        </Tap>
      ))}
    </View>
  );
}

/** The same three in one line, for pages where something else comes first. */
export function EmergencyRow() {
  return (
    <View className="w-calls">
      {emergencies.map(({ phone, name }) => (
        <Tap
          key={phone}
          id={`call-${phone}`}
          className="w-call"
          onTap={() => call(phone)}
          aria={{ label: helpWords.callEmergency(phone, name) }}
        >
          <View className="w-call-number">{phone}</View>
          <View className="w-call-name">{name}</View>
        </Tap>
      ))}
    </View>
  );
}
