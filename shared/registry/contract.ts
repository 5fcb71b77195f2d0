import { elders } from './elders-contract.ts';
import { grants } from './grants-contract.ts';
import { life } from './life-contract.ts';
import { merges } from './merge-contract.ts';
import { privacy } from './privacy-contract.ts';
import { stewardship } from './stewardship-contract.ts';

export { ElderFilter, elderSorts } from './elders-contract.ts';
export { ElderFacts } from './facts.ts';
export { GrantScope, type GrantScopeName, Relation, type RelationName, relationLabels } from './grants-contract.ts';
export { revealReasons } from './reveal-reasons.ts';

/** The room of 一人一档: the elders' files, who may act for them, and what becomes of a file. */
export const registry = { ...elders, ...merges, ...stewardship, ...grants, ...privacy, ...life };
