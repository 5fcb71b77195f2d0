import { View } from '@tarojs/components';
import type { TwinDecision } from '@wubian/shared/exchange/imports-contract.ts';
import { aria, confirm, PlainButton, Row, say, Tap, Words } from '../../ui/index.ts';
import { decideRest, decideRow, type ImportRow } from '../use-batches.ts';
import { importWords as w } from '../words.ts';

const ways: readonly TwinDecision[] = ['same', 'new', 'skip'];

interface TwinChoiceProps {
  batchId: string;
  row: ImportRow;
  /** False once it has been written: then it only says what was decided. */
  open: boolean;
}

/** Whether this row is the one in the registry; the choice is kept at once. */
export function TwinChoice({ batchId, row, open }: TwinChoiceProps) {
  const { decision, name, row: number } = row;
  if (number === null) return null;
  if (!open) return <>{decision ? w.decisions[decision] : w.notDecided}</>;
  return (
    <View className="w-chips" {...aria({ role: 'radiogroup', label: w.decide })}>
      {ways.map((way) => (
        <Tap
          key={way}
          id={`${way}-${number}`}
          className={`w-chip ${decision === way ? 'w-chip--on' : ''}`}
          onTap={() => decideRow(batchId, number, way)}
          aria={{ role: 'radio', checked: decision === way, label: w.decideOne(name, number, w.decisions[way]) }}
        >
          {w.decisions[way]}
        </Tap>
      ))}
    </View>
  );
}

/** One decision for all that nobody has decided yet. */
export function TwinRest({ batchId, undecided }: { batchId: string; undecided: number }) {
  if (!undecided) return <Words tone="soft">{w.allDecided}</Words>;
  async function decide(way: TwinDecision) {
    const title = w.decideSure(undecided, w.decisions[way]);
    if (!(await confirm({ title, words: w.decideWords[way] }))) return;
    const { done, left } = await decideRest(batchId, way);
    say(left ? w.decidedBut(done, left) : w.decided(done));
  }
  return (
    <View className="w-bulk">
      <Words tone="strong">{w.decideAll}</Words>
      <Row>
        {ways.map((way) => (
          <PlainButton key={way} id={`all-${way}`} onTap={() => decide(way)}>
            {w.decisions[way]}
          </PlainButton>
        ))}
      </Row>
    </View>
  );
}
