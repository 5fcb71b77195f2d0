export { GrantCard } from './grant-card.tsx';
export { checkGrant, emptyGrant, type GrantDraft, wrongOf } from './grant-draft.ts';
export { GrantForm } from './grant-form.tsx';
export { GrantsForMe } from './grants-for-me.tsx';
export { MyGrants } from './my-grants.tsx';
export { NewGrant } from './new-grant.tsx';
export { useGrants } from './use-grants.ts';
export { type MyElder, useMyElders } from './use-my-elders.ts';
export { registryWords } from './words.ts';
