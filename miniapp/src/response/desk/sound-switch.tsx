import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { alarmSound, useAlarmSound } from '../../platform/sound.ts';
import { Icon, PlainButton, say } from '../../ui/index.ts';
import { liveDeskWords as w } from './words.ts';

/** Sounds the alarm while a call waits for somebody, as long as the desk is open; hushes when it is left. */
export function useAlarm(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return undefined;
    alarmSound.ring();
    return () => alarmSound.hush();
  }, [isWaiting]);
}

/** Whether the desk would sound, and the way to change it. Phones make no sound before a tap asked for it. */
export function SoundSwitch() {
  const isOn = useAlarmSound();
  async function turn() {
    if (isOn) return alarmSound.turnOff();
    if (!(await alarmSound.turnOn())) say(w.noSound, 'error');
  }
  return (
    <View className={`w-sound ${isOn ? 'w-sound--on' : ''}`}>
      <Icon name="bell" colour={isOn ? 'main' : 'accentInk'} size={24} />
      <View className="w-sound-words">
        <View className="w-words--strong">{isOn ? w.soundOn : w.soundOff}</View>
        <View className="w-alarm-small">{!isOn && alarmSound.needsTap() ? w.soundAgain : w.soundHint}</View>
      </View>
      <PlainButton id="sound" onTap={turn}>
        {isOn ? w.turnOff : w.turnOn}
      </PlainButton>
    </View>
  );
}
