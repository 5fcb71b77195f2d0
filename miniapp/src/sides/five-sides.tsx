import { View } from '@tarojs/components';
import { call } from '../platform/phone-call.ts';
import { Card, PlainButton, Section, Words } from '../ui/index.ts';
import { sideColours } from '../ui/pentagon.ts';
import { sides } from '../words.ts';
import { sideWords as say } from './words.ts';

interface FiveSidesProps {
  /** The community to ring for what has no pages yet; without it only what each side is. */
  community?: { name: string; phone: string } | undefined;
}

/**
 * All five sides of care. With a community each says what can be done today, so that a side without pages is words and
 * a number, never a dead button.
 */
export function FiveSides({ community }: FiveSidesProps) {
  return (
    <Section title={say.title}>
      <Card>
        {sides.map(({ key, name, gives }, index) => (
          <View className="w-side" key={key}>
            <View className="w-side-mark" style={{ background: sideColours[index] ?? '' }}>
              {name}
            </View>
            <View className="w-side-body">
              <Words tone="strong">{gives}</Words>
              <Words tone="soft">{community ? say.today[key] : say.about[key]}</Words>
            </View>
          </View>
        ))}
        {community ? (
          <PlainButton id="call-community" icon="phone" onTap={() => call(community.phone)}>
            {say.ring(community.name)}
          </PlainButton>
        ) : null}
      </Card>
    </Section>
  );
}
