import { ChoiceGrid } from '../ui/index.ts';
import type { Me } from './use-me.ts';
import { accountWords as say } from './words.ts';

export type Joining = 'self' | 'family' | 'volunteer';

interface JoinAsProps {
  me: Me;
  as: Joining | undefined;
  onChange: (as: Joining) => void;
}

/** What I am; roles that I hold already (or have applied for) are not offered again. */
export function JoinAs({ me, as, onChange }: JoinAsProps) {
  const has = (role: string) => me.assignments.some((one) => one.role === role && one.state !== 'ended');
  const options = [
    !has('family') && { value: 'family' as const, label: say.asFamily, note: say.asFamilyNote },
    !has('volunteer') && { value: 'volunteer' as const, label: say.asVolunteer, note: say.asVolunteerNote },
    !has('resident') && { value: 'self' as const, label: say.asSelf, note: say.asSelfNote },
  ].filter((one) => one !== false);
  if (!options.length) return null;
  return (
    <ChoiceGrid
      name="as"
      label={say.joinAs}
      hint={say.joinLead}
      columns={1}
      options={options}
      value={as}
      onChange={onChange}
    />
  );
}
