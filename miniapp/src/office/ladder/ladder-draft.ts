import { Ladder, type LadderChannel, type Rung, type Target } from '@wubian/shared/response/ladder.ts';

/** A step as it is typed. */
export interface RungDraft {
  /** Only to tell the cards apart. */
  key: number;
  call: Target[];
  channels: LadderChannel[];
  wait: string;
}
export interface LadderDraft {
  rungs: RungDraft[];
  loop: RungDraft;
  family: LadderChannel[];
  stall: string;
}

export const mostRungs = 8;

const draftOfRung = ({ call, channels, wait }: Rung, key: number): RungDraft => ({
  ...{ key, call: [...call], channels: [...channels], wait: String(wait) },
});

/** What the fields start from. */
export const draftOf = ({ rungs, loop, family, stall }: Ladder): LadderDraft => ({
  rungs: rungs.map(draftOfRung),
  loop: draftOfRung(loop, -1),
  family: [...family],
  stall: String(stall),
});

/** A new step like the last one: whoever adds one mostly wants more of the same. */
export function withOneMore({ rungs, ...rest }: LadderDraft): LadderDraft {
  const last = rungs.at(-1)!;
  return { ...rest, rungs: [...rungs, { ...last, key: Math.max(...rungs.map(({ key }) => key)) + 1 }] };
}

export const without = (draft: LadderDraft, index: number): LadderDraft => ({
  ...draft,
  rungs: draft.rungs.filter((_, at) => at !== index),
});

/** The steps with one exchanged for its neighbour; the same at either end. */
export function moved(draft: LadderDraft, index: number, by: -1 | 1): LadderDraft {
  const rungs = [...draft.rungs];
  const [one, other] = [rungs[index], rungs[index + by]];
  if (!one || !other) return draft;
  [rungs[index], rungs[index + by]] = [other, one];
  return { ...draft, rungs };
}

const numberOf = (typed: string): number => {
  const plain = typed.normalize('NFKC').trim();
  return plain === '' ? Number.NaN : Number(plain);
};
const rungOf = ({ call, channels, wait }: RungDraft) => ({ call, channels, wait: numberOf(wait) });

/** Words beside the fields, by the dotted path that the schema names: `rungs.0.wait`, `stall`. */
export type Wrongs = Readonly<Record<string, string>>;

/** The ladder that was typed, or what is wrong with it, in the schema's own words. */
export function readDraft(draft: LadderDraft, notNumber: string): { value: Ladder } | { wrongs: Wrongs } {
  const checked = Ladder.safeParse({
    rungs: draft.rungs.map(rungOf),
    loop: rungOf(draft.loop),
    family: draft.family,
    stall: numberOf(draft.stall),
  });
  if (checked.success) return { value: checked.data };
  const wrongs: Record<string, string> = {};
  for (const { path, message } of checked.error.issues) {
    const words = /[一-鿿]/.test(message) && !/无效|期望/.test(message) ? message : notNumber;
    wrongs[path.join('.')] ??= words;
  }
  return { wrongs };
}
