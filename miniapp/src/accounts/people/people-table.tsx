import { View } from '@tarojs/components';
import { roles } from '@wubian/shared/roles.ts';
import { api } from '../../api.ts';
import { go } from '../../platform/nav.ts';
import { queryClient } from '../../query.ts';
import { askWords, type Column, DataTable, StatusTag, say, Tap } from '../../ui/index.ts';
import type { Person } from './use-people.ts';
import { peopleWords as w } from './words.ts';

const changed = () => queryClient.invalidateQueries({ queryKey: ['accounts', 'people'] });

const end = ({ name, assignment }: Person) =>
  askWords(w.endTitle(name, assignment.label), {
    label: w.reason,
    hint: w.endHint,
    need: w.reasonNeed,
    quick: w.endQuick,
    yes: w.end,
    danger: true,
    maxLength: 100,
    draft: `end-role/${assignment.id}`,
    field: 'reason',
    async onSend(reason) {
      await api.accounts.endRole({ assignmentId: assignment.id, reason });
      await changed();
      say(w.ended);
    },
  });

const reset = ({ name, accountId }: Person) =>
  askWords(w.resetTitle(name), {
    label: w.reason,
    hint: w.resetHint,
    need: w.reasonNeed,
    quick: w.resetQuick,
    yes: w.reset,
    danger: true,
    maxLength: 100,
    draft: `reset-factor/${accountId}`,
    field: 'reason',
    async onSend(reason) {
      await api.accounts.resetSecondFactor({ accountId, reason });
      say(w.resetDone);
    },
  });

const columns: Column<Person>[] = [
  { title: w.name, id: 'name', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { title: w.phone, cell: ({ phoneMasked }) => phoneMasked ?? '' },
  {
    title: w.role,
    id: 'role',
    cell: ({ assignment }) => assignment.label,
    sortBy: ({ assignment }) => assignment.label,
  },
  {
    title: w.scope,
    share: 1.4,
    cell: ({ assignment }) => assignment.communities.map(({ name }) => name).join('、') || w.wholeStreet,
  },
  {
    title: w.state,
    cell: ({ assignment: { state } }) => (
      <StatusTag tone={state === 'active' ? 'done' : state === 'pending' ? 'wait' : 'stop'}>
        {w.states[state]}
      </StatusTag>
    ),
  },
  {
    title: w.acts,
    share: 1.8,
    cell: (person) => (
      <View className="w-links">
        {roles[person.assignment.role].staff ? (
          <Tap
            className="w-link"
            id={`reset-${person.assignment.id}`}
            onTap={() => reset(person)}
            aria={{ label: `${w.reset}：${person.name}` }}
          >
            {w.reset}
          </Tap>
        ) : null}
        <Tap
          className="w-link"
          id={`handover-${person.assignment.id}`}
          onTap={() => go('workerHandover', { accountId: person.accountId })}
          aria={{ label: `${w.handOver}：${person.name}` }}
        >
          {w.handOver}
        </Tap>
        <Tap
          className="w-link w-link--danger"
          id={`end-${person.assignment.id}`}
          onTap={() => end(person)}
          aria={{ label: `${w.end}：${person.name} ${person.assignment.label}` }}
        >
          {w.end}
        </Tap>
      </View>
    ),
  },
];

/** Who holds which role, over what; ending a role and resetting a second factor ask for a reason first. */
export const PeopleTable = ({ rows }: { rows: Person[] }) => (
  <DataTable label={w.list} columns={columns} rows={rows} keyOf={({ assignment }) => assignment.id} />
);
