import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './base/icon.tsx';
import { Tap } from './base/tap.tsx';

/** Ways to other pages as tiles: two beside each other on a phone, up to four on a desktop. */
export function Tiles({ children }: { children: ReactNode }) {
  return <View className="w-tiles">{children}</View>;
}

/** One way; `note` says in a word what lies there, e.g. 3 条待确认. */
export function Tile({
  icon,
  title,
  note,
  onTap,
  id,
}: {
  icon: IconName;
  title: string;
  note?: string | undefined;
  onTap: () => unknown;
  id?: string | undefined;
}) {
  return (
    <Tap className="w-tile" id={id} onTap={onTap}>
      <Icon name={icon} colour="main" size={26} />
      <View className="w-tile-body">
        <View className="w-tile-title">{title}</View>
        {note ? <View className="w-item-note">{note}</View> : null}
      </View>
    </Tap>
  );
}
