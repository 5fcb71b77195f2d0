import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { ListRow, Rows, Section, Words } from '../ui/index.ts';
import { enter } from './use-me.ts';
import { accountWords as say } from './words.ts';

/** The invented people of the demo, each one tap away. Nothing at all outside the demo. */
export function Personas() {
  const { data } = useQuery({ queryKey: ['personas'], queryFn: () => api.accounts.personas(), retry: false });
  if (!data?.items.length) return null;
  return (
    <Section title={say.orDemo}>
      <Words tone="soft">{say.orDemoLead}</Words>
      <Rows>
        {data.items.map(({ key, name, label, about }) => (
          <ListRow
            key={key}
            id={`persona-${key}`}
            title={say.enterAs(name, label)}
            notes={[about]}
            onTap={async () => enter(await api.accounts.signInAsPersona({ key }))}
          />
        ))}
      </Rows>
    </Section>
  );
}
