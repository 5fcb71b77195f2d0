import { View } from '@tarojs/components';
import { Card, Words } from '../ui/index.ts';
import { sideColours } from '../ui/pentagon.ts';
import { sides } from '../words.ts';
import { sideWords as say } from './words.ts';

type SideKey = (typeof sides)[number]['key'];

/** All five sides in one line, with the one that this role stands on said in words. */
export function SideStrip({ here }: { here: SideKey }) {
  const side = sides.find(({ key }) => key === here);
  return (
    <Card>
      <View className="w-strip">
        {sides.map(({ key, name }, index) => (
          <View
            className={`w-strip-side ${key === here ? 'w-strip-side--here' : ''}`}
            style={{ background: sideColours[index] ?? '' }}
            key={key}
          >
            {name}
          </View>
        ))}
      </View>
      <Words tone="soft">{`${say.here(side?.name ?? '')}${say.about[here]}`}</Words>
    </Card>
  );
}
