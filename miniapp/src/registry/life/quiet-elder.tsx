import { View } from '@tarojs/components';
import { call } from '../../platform/phone-call.ts';
import { Card, PlainButton, Words } from '../../ui/index.ts';
import type { MyElder } from '../use-my-elders.ts';
import { registryWords } from '../words.ts';
import { lifeWords as w } from './words.ts';

/** Of somebody whose file is closed: her name, that all is kept, and whom to ring. Nothing is asked or offered. */
export function QuietElder({ elder: { id, name, communityName, communityPhone, worker } }: { elder: MyElder }) {
  return (
    <Card>
      <View>
        <View className="w-own-title">{name}</View>
        <Words>{w.closedLead}</Words>
      </View>
      <PlainButton id={`call-${id}`} icon="phone" onTap={() => call(worker?.phone ?? communityPhone)}>
        {worker ? registryWords.worker(worker.name) : registryWords.communityPhone(communityName)}
      </PlainButton>
    </Card>
  );
}
