import { View } from '@tarojs/components';
import type { AuditOutcome } from '@wubian/shared/office/audit-acts.ts';
import { dayOf, timeOf } from '@wubian/shared/time.ts';
import { type Column, DataTable, StatusTag, Tap } from '../ui/index.ts';
import type { Only } from './audit-filter.tsx';
import type { AuditEntry } from './use-audit.ts';
import { auditWords as w } from './words.ts';

const tones = { done: 'done', refused: 'stop', unknown: 'warn' } as const satisfies Record<AuditOutcome, string>;

interface Narrowing {
  onPerson: (who: Only) => void;
  onElder: (who: Only) => void;
}

/** Acts on many elders, an import say, name a few of them. */
const SHOWN = 3;

const columnsOf = ({ onPerson, onElder }: Narrowing): Column<AuditEntry>[] => [
  { title: w.when, share: 1.1, cell: ({ at }) => `${dayOf(Date.parse(at))} ${timeOf(Date.parse(at))}` },
  {
    title: w.who,
    cell: ({ seq, accountId, who, roleLabel }) => (
      <View>
        {accountId ? (
          <Tap
            className="w-link"
            id={`who-${seq}`}
            onTap={() => onPerson({ id: accountId, name: who })}
            aria={{ label: w.only(who) }}
          >
            {who}
          </Tap>
        ) : (
          who
        )}
        {roleLabel ? <View className="w-item-note">{roleLabel}</View> : null}
      </View>
    ),
  },
  {
    title: w.act,
    share: 2.2,
    cell: ({ act, what }) => (
      <View>
        {act}
        {what ? <View className="w-item-note">{what}</View> : null}
      </View>
    ),
  },
  {
    title: w.elder,
    cell: ({ seq, elders }) =>
      elders.length === 0 ? (
        w.none
      ) : (
        <View className="w-links">
          {elders.slice(0, SHOWN).map((elder) => (
            <Tap
              className="w-link"
              key={elder.id}
              id={`elder-${seq}-${elder.id}`}
              onTap={() => onElder(elder)}
              aria={{ label: w.only(elder.name) }}
            >
              {elder.name}
            </Tap>
          ))}
          {elders.length > SHOWN ? <View className="w-item-note">{w.more(elders.length)}</View> : null}
        </View>
      ),
  },
  { title: w.reason, share: 1.4, cell: ({ reason }) => reason ?? w.noReason },
  {
    title: w.ended,
    share: 1.4,
    cell: ({ outcome, outcomeWords }) => <StatusTag tone={tones[outcome]}>{outcomeWords}</StatusTag>,
  },
];

/** Entries as lines of a table; a name narrows the list to that person or elder. */
export const AuditTable = ({ rows, ...narrowing }: { rows: AuditEntry[] } & Narrowing) => (
  <DataTable label={w.title} columns={columnsOf(narrowing)} rows={rows} keyOf={({ seq }) => String(seq)} />
);
