import { View } from '@tarojs/components';
import { type Kind, kinds } from '@wubian/shared/companion/kinds.ts';
import { Section, Tap } from '../../ui/index.ts';
import { KindIcon } from './kind-icon.tsx';

interface KindGridProps {
  /** The kinds that the street offers. */
  offered: readonly Kind[];
  /** Headings of the two groups. */
  titles: { help: string; deliver: string };
  onPick: (kind: Kind) => void;
}

/** The offered kinds as tiles, 七助 and 七送 apart; a tap chooses. */
export function KindGrid({ offered, titles, onPick }: KindGridProps) {
  const groups = (['help', 'deliver'] as const)
    .map((group) => ({ group, members: offered.filter((kind) => kinds[kind].group === group) }))
    .filter(({ members }) => members.length);
  return (
    <>
      {groups.map(({ group, members }) => (
        <Section key={group} title={titles[group]}>
          <View className="w-kinds">
            {members.map((kind) => (
              <Tap key={kind} id={`kind-${kind}`} className="w-kind" onTap={() => onPick(kind)}>
                <KindIcon kind={kind} />
                <View className="w-kind-label">{kinds[kind].label}</View>
                <View className="w-kind-about">{kinds[kind].about}</View>
              </Tap>
            ))}
          </View>
        </Section>
      ))}
    </>
  );
}
