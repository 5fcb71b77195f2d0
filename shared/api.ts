import { accounts } from './accounts/contract.ts';
import { bedside } from './bedside/contract.ts';
import { companion } from './companion/contract.ts';
import type { Api } from './endpoint.ts';
import { exchange } from './exchange/contract.ts';
import { notices } from './notices/contract.ts';
import { office } from './office/contract.ts';
import { registry } from './registry/contract.ts';
import { response } from './response/contract.ts';

/** The one map of endpoints: room → endpoint. Server, client, documents and tests walk it. */
export const api = {
  accounts,
  registry,
  bedside,
  exchange,
  companion,
  response,
  notices,
  office,
} as const satisfies Api;

export type WubianApi = typeof api;
