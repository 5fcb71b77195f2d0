import { View } from '@tarojs/components';
import { dayOf, sayDay } from '@wubian/shared/time.ts';
import { now } from '../../platform/clock.ts';
import { partOfDay } from './half-days.ts';
import { askingWords as say } from './words.ts';

/** A big greeting by name, with the day: many old people look here for the date. */
export function Greeting({ name }: { name: string }) {
  const greet = say.greet[partOfDay(now())];
  return (
    <View className="w-greeting">
      <View className="w-greeting-name">{name ? say.greeting(name, greet) : greet}</View>
      <View className="w-greeting-day">{say.today(sayDay(dayOf(now())))}</View>
    </View>
  );
}
