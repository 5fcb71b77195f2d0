import { View } from '@tarojs/components';
import { call } from '../platform/phone-call.ts';
import { Icon, Tap } from '../ui/index.ts';
import { emergencies } from '../words.ts';

/** 120, 110, 119: always all three, the first one biggest for the eye; a tap dials at once. */
export function EmergencyCalls() {
  return (
    <View className="w-stack">
      {emergencies.map(({ phone, name, when }, index) => (
        <Tap
          key={phone}
          id={`call-${phone}`}
          className={`w-emergency ${index === 0 ? 'w-emergency--first' : ''}`}
          primary={index === 0}
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
