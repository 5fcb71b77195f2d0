import { elders } from './elders-contract.ts';
import { grants } from './grants-contract.ts';
import { life } from './life-contract.ts';
import { merges } from './merge-contract.ts';
import { privacy } from './privacy-contract.ts';
import { stewardship } from './stewardship-contract.ts';

export {
  CategoryHeld,
  CategoryName,
  DataFaultName,
  Elder,
  ElderFilter,
  ElderRow,
  elderSorts,
  FactsShown,
  LifeStatusName,
  Risk,
  RiskColour,
} from './elders-contract.ts';
export { Address, Contact, ElderChanges, ElderFacts, Point } from './facts.ts';
export {
  Grant,
  GrantScope,
  type GrantScopeName,
  MyElder,
  Relation,
  type RelationName,
  relationLabels,
} from './grants-contract.ts';
export { LifeEntry, LifeMoveName, UndoAsked } from './life-contract.ts';
export { Merge, PairField, Twins } from './merge-contract.ts';
export { revealReasons } from './reveal-reasons.ts';
export { Dependent } from './stewardship-contract.ts';

/** The room of 一人一档: the elders' files, who may act for them, and what becomes of a file. */
export const registry = { ...elders, ...merges, ...stewardship, ...grants, ...privacy, ...life };
