import { SecondFactor } from '../../accounts/second-factor.tsx';
import { useMe } from '../../accounts/use-me.ts';
import { accountWords as say } from '../../accounts/words.ts';
import { Page, Shown } from '../../ui/index.ts';

/** Staff prove a second time who they are: set up once, afterwards only the six digits. */
export default function SecondFactorPage() {
  const me = useMe();
  return (
    <Page title={say.factorTitle} dense back={false}>
      <Shown query={me}>{(known) => <SecondFactor me={known} />}</Shown>
    </Page>
  );
}
