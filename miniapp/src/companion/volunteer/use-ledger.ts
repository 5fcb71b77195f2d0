import { useState } from 'react';
import { api } from '../../api.ts';
import { usePaged } from '../../paged-query.ts';

/** My minutes line by line, and all of them together. */
export function useLedger() {
  const [totalMinutes, setTotal] = useState<number>();
  const list = usePaged(['companion', 'ledger'], async (cursor) => {
    const { totalMinutes: total, ...page } = await api.companion.ledger({ limit: 20, cursor });
    setTotal(total);
    return page;
  });
  return { list, totalMinutes };
}
