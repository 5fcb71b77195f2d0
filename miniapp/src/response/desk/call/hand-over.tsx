import { View } from '@tarojs/components';
import { type HandOver, handOvers } from '@wubian/shared/response/labels.ts';
import { newId } from '../../../platform/new-id.ts';
import { call } from '../../../platform/phone-call.ts';
import { Icon, openSheet, PlainButton, Row, Stack, say, Tap, Words } from '../../../ui/index.ts';
import { actOn, type Incident } from '../../incident/use-incident.ts';
import { callWords as w } from './words.ts';

/** The ambulance first; keys that are numbers would stand in their own order. */
const order = ['120', '110', '119'] as const satisfies readonly HandOver[];

/** Calls out the ambulance, the police or the fire brigade: one tap dials and records; it may have been dialled already. */
export function askHandOver(incident: Incident): Promise<unknown> {
  const id = newId();
  return openSheet(w.handOver, (close) => {
    async function record(to: HandOver) {
      await actOn(incident, 'handOver', { id, to });
      close();
      say(w.done);
    }
    return (
      <Stack>
        <Words>{w.handOverLead}</Words>
        {order.map((to) => (
          <Tap
            key={to}
            id={`dial-${to}`}
            className="w-emergency w-emergency--row"
            onTap={() => {
              // The call cannot wait for the network.
              call(to);
              return record(to);
            }}
          >
            <Icon name="phone" colour="white" size={30} />
            <View className="w-emergency-body">
              <View className="w-emergency-title">{w.dialAndRecord(handOvers[to])}</View>
            </View>
          </Tap>
        ))}
        <Words tone="soft">{w.recordOnly}</Words>
        <Row>
          {order.map((to) => (
            <PlainButton key={to} id={`record-${to}`} onTap={() => record(to)}>
              {handOvers[to]}
            </PlainButton>
          ))}
        </Row>
      </Stack>
    );
  });
}
