import type { WubianApi } from '@wubian/shared/api.ts';
import { apiTable } from '@wubian/shared/api-table.ts';
import { createClient } from '@wubian/shared/client.ts';
import { send } from './platform/send.ts';

/** The whole API as typed functions: `api.companion.open({ limit: 20 })`. Throws Refusal or Unreachable. */
export const api = createClient<WubianApi>(apiTable, send);
