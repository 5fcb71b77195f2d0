import { blockTotal } from '@wubian/shared/bedside/ability.ts';
import { abilityBlocks, type BlockCode, itemsOf, maxOf } from '@wubian/shared/bedside/ability-items.ts';
import { Rows, Section, Words } from '../ui/index.ts';
import { ItemRow } from './item-row.tsx';
import type { Assess } from './use-assess.ts';
import { assessWords as w } from './words.ts';

/** The items of one block, with what they come to so far. */
export function BlockItems({ block, assess }: { block: BlockCode; assess: Assess }) {
  const items = itemsOf(block);
  const most = items.reduce((sum, code) => sum + maxOf(code), 0);
  return (
    <Section
      title={abilityBlocks[block]}
      side={<Words tone="soft">{w.block(blockTotal(block, assess.form.scores), most)}</Words>}
    >
      <Rows>
        {items.map((code) => (
          <ItemRow key={code} code={code} assess={assess} />
        ))}
      </Rows>
    </Section>
  );
}
