import { blockTotal, missingItems, type Scores } from '@wubian/shared/bedside/ability.ts';
import { blockCodes, itemCodes } from '@wubian/shared/bedside/ability-items.ts';
import { assessWords as w } from './words.ts';

/** '已评 12/26 项，合计 40 分' */
export function tallyWords(scores: Partial<Scores>): string {
  const sum = blockCodes.reduce((total, block) => total + blockTotal(block, scores), 0);
  return w.tally(itemCodes.length - missingItems(scores).length, itemCodes.length, sum);
}
