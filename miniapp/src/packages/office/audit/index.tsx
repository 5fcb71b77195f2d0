import { useState } from 'react';
import { AuditFilter, type AuditWish } from '../../../office/audit-filter.tsx';
import { AuditTable } from '../../../office/audit-table.tsx';
import { useAudit } from '../../../office/use-audit.ts';
import { auditWords as w } from '../../../office/words.ts';
import { useParams } from '../../../platform/nav.ts';
import { Page, PagedList, Words } from '../../../ui/index.ts';

/** Who did what, when, to whom and why, and who has been shown what; opened from an elder's file, of her alone. */
export default function OfficeAudit() {
  const { elderId, elderName } = useParams('officeAudit');
  const [wish, setWish] = useState<AuditWish>({
    ...{ period: 'month', own: { from: '', to: '' }, group: '', outcome: '' },
    elder: elderId ? { id: elderId, name: elderName ?? '' } : undefined,
  });
  const change = (more: Partial<AuditWish>) => setWish({ ...wish, ...more });
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <AuditFilter wish={wish} onChange={change} />
      <PagedList list={useAudit(wish)} empty={w.empty}>
        {(rows) => (
          <AuditTable rows={rows} onPerson={(person) => change({ person })} onElder={(elder) => change({ elder })} />
        )}
      </PagedList>
    </Page>
  );
}
