import { View } from '@tarojs/components';
import { type Kind, kinds } from '@wubian/shared/companion/kinds.ts';
import { Section, Tap } from '../../ui/index.ts';
import { KindIcon } from './kind-icon.tsx';

interface Offer {
  kind: Kind;
  label: string;
  about: string;
}

interface KindGridProps {
  /** What the street offers, in its order and words. */
  offered: readonly Offer[];
  /** Headings of the two groups. */
  titles: { help: string; deliver: string };
  onPick: (kind: Kind) => void;
}

/** The offered kinds as tiles, 七助 and 七送 apart; a tap chooses. */
export function KindGrid({ offered, titles, onPick }: KindGridProps) {
  const groups = (['help', 'deliver'] as const)
    .map((group) => ({ group, members: offered.filter(({ kind }) => kinds[kind].group === group) }))
    .filter(({ members }) => members.length);
  return (
    <>
      {groups.map(({ group, members }) => (
        <Section key={group} title={titles[group]}>
          <View className="w-kinds">
            {members.map(({ kind, label, about }) => (
              <Tap key={kind} id={`kind-${kind}`} className="w-kind" onTap={() => onPick(kind)}>
                <KindIcon kind={kind} />
                <View className="w-kind-label">{label}</View>
                <View className="w-kind-about">{about}</View>
              </Tap>
            ))}
          </View>
        </Section>
      ))}
    </>
  );
}
