import { type ParameterGroup, parameterGroups } from '@wubian/shared/office/parameter-table.ts';
import { parameterRow } from '@wubian/shared/office/parameters.ts';
import { useState } from 'react';
import { GroupTable } from '../../../office/parameters/group-table.tsx';
import { useParameters } from '../../../office/parameters/use-parameters.ts';
import { parameterWords as w } from '../../../office/parameters/words.ts';
import { go } from '../../../platform/nav.ts';
import { Chips, ListRow, Page, Rows, Section, Shown, Words } from '../../../ui/index.ts';

const groups = Object.keys(parameterGroups) as ParameterGroup[];

/** The parameter centre: every value that the street decides, with since when, by whom and on what ground. */
export default function OfficeRules() {
  const query = useParameters();
  const [group, setGroup] = useState<ParameterGroup>('registry');
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <Chips
        name="group"
        label={w.group}
        options={groups.map((value) => ({ value, label: parameterGroups[value] }))}
        value={group}
        onChange={setGroup}
      />
      <Section title={parameterGroups[group]}>
        <Shown query={query}>
          {({ items }) => (
            <GroupTable
              label={parameterGroups[group]}
              items={items.filter(({ key }) => parameterRow(key).group === group)}
            />
          )}
        </Shown>
      </Section>
      {group === 'companion' ? (
        <Rows>
          <ListRow
            id="to-task-rules"
            title={w.taskRules}
            notes={[w.taskRulesNote]}
            onTap={() => go('officeTaskRules')}
          />
        </Rows>
      ) : null}
    </Page>
  );
}
