import { View } from '@tarojs/components';
import { isLeft } from '@wubian/shared/response/rollcall/labels.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import { useMe } from '../../accounts/index.ts';
import { go } from '../../platform/nav.ts';
import { Icon, Tap } from '../../ui/index.ts';
import { useMyRollCalls } from './use-roll-calls.ts';
import { myRollWords as w } from './words.ts';

/** On first pages: a roll-call runs and asks me after somebody. */
export function MyRollCallStrip() {
  const role = useMe().data?.active?.role;
  const may = !!role && roleMay(role, 'rollCall.answer');
  const lists = useMyRollCalls(may).data?.items ?? [];
  if (!may || !lists.length) return null;
  const open = () => go(role === 'volunteer' || role === 'neighbour' ? 'volunteerRollCall' : 'workerRollCall');
  return (
    <>
      {lists.map(({ id, reasonLabel, drill, rows }) => {
        const waiting = rows.filter((row) => isLeft(row.state) && !row.passedOn).length;
        const title = waiting ? w.strip(reasonLabel, waiting) : w.stripDone(reasonLabel);
        return (
          <Tap
            key={id}
            id={`roll-call-${id}`}
            className={`w-desk-entry ${waiting ? 'w-desk-entry--red' : ''}`}
            onTap={open}
          >
            <Icon name="list" colour={waiting ? 'white' : 'main'} size={28} />
            <View className="w-desk-entry-words">
              <View className="w-desk-entry-title">{`${drill ? w.drill : ''}${title}`}</View>
              <View>{w.stripNote}</View>
            </View>
            <Icon name="forward" colour={waiting ? 'white' : 'edge'} />
          </Tap>
        );
      })}
    </>
  );
}
