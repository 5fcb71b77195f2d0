import { View } from '@tarojs/components';
import { roleMay } from '@wubian/shared/roles.ts';
import { useMe } from '../../accounts/index.ts';
import { go } from '../../platform/nav.ts';
import { Icon, Tap } from '../../ui/index.ts';
import { useDesk } from './use-desk.ts';
import { liveDeskWords as w } from './words.ts';

/** The way to the duty desk from a first page, with how many calls are open; red while there is one. */
export function DeskEntry() {
  const { data: me } = useMe();
  const may = !!me?.active && roleMay(me.active.role, 'sos.desk');
  const { data } = useDesk('', may);
  if (!may) return null;
  const count = data?.items.length ?? 0;
  return (
    <Tap className={`w-desk-entry ${count ? 'w-desk-entry--red' : ''}`} id="to-desk" onTap={() => go('workerDesk')}>
      <Icon name="bell" colour={count ? 'white' : 'main'} size={28} />
      <View className="w-desk-entry-words">
        <View className="w-desk-entry-title">{w.title}</View>
        <View>{data ? w.entry(count) : ''}</View>
      </View>
      <Icon name="forward" colour={count ? 'white' : 'edge'} />
    </Tap>
  );
}
