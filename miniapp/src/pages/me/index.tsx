import { LeaveSection } from '../../accounts/leave-section.tsx';
import { Privacy } from '../../accounts/privacy.tsx';
import { RoleSection } from '../../accounts/role-section.tsx';
import { SessionsSection } from '../../accounts/sessions-section.tsx';
import { useMe } from '../../accounts/use-me.ts';
import { WhoSection } from '../../accounts/who-section.tsx';
import { accountWords as say } from '../../accounts/words.ts';
import { Page, Section, Shown, TextSizeChoice } from '../../ui/index.ts';

/** Oneself: name, role, reading size, devices, privacy, the way out. */
export default function MePage() {
  const me = useMe();
  return (
    <Page title={say.me} sos={me.data?.active?.role === 'resident'}>
      <Shown query={me}>
        {(known) => (
          <>
            <WhoSection me={known} />
            <RoleSection me={known} />
          </>
        )}
      </Shown>
      <TextSizeChoice />
      <SessionsSection />
      <Section title={say.privacy}>
        <Privacy />
      </Section>
      <LeaveSection />
    </Page>
  );
}
