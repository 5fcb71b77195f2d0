import { View } from '@tarojs/components';
import { type ItemCode, itemOf } from '@wubian/shared/bedside/ability-items.ts';
import { ChoiceGrid, Icon, Tap } from '../ui/index.ts';
import { tallyWords } from './tally-words.ts';
import type { Assess } from './use-assess.ts';
import { assessWords as w } from './words.ts';

/** One item: its scores with their meaning while it is open, else the score that was chosen. A tap chooses or opens. */
export function ItemRow({ code, assess }: { code: ItemCode; assess: Assess }) {
  const { name, about, scores } = itemOf(code);
  const score = assess.form.scores[code];
  const error = score === undefined ? assess.wrong[`scores.${code}`] : undefined;
  if (assess.open === code)
    return (
      <View className="w-item-open">
        <View className="w-item-note">{tallyWords(assess.form.scores)}</View>
        <ChoiceGrid
          name={code.replace('.', '-')}
          label={name}
          hint={about}
          columns={1}
          error={error}
          options={scores.map((meaning, at) => ({ value: String(at), label: w.option(at, meaning) })).reverse()}
          value={score === undefined ? undefined : String(score)}
          onChange={(value) => assess.score(code, Number(value))}
        />
      </View>
    );
  const meaning = score === undefined ? undefined : scores[score];
  return (
    <Tap className="w-item" id={`item-${code.replace('.', '-')}`} onTap={() => assess.setOpen(code)}>
      <View className="w-item-body">
        <View className="w-item-title">{name}</View>
        <View className={error ? 'w-item-note w-item-note--wrong' : 'w-item-note'}>
          {score === undefined || meaning === undefined ? (error ?? w.notYet) : w.option(score, meaning)}
        </View>
      </View>
      {score === undefined ? null : <Icon name="check" colour="main" />}
    </Tap>
  );
}
