import { call } from '../../platform/phone-call.ts';
import { ListRow, Page, Rows, Words } from '../../ui/index.ts';
import { emergencies, words } from '../../words.ts';

/** Whom to call, without signing in and without network. */
export default function Help() {
  return (
    <Page title={words.sos}>
      <Words tone="lead">{words.helpLead}</Words>
      <Rows>
        {emergencies.map(({ phone, name, when }) => (
          <ListRow
            key={phone}
            id={`call-${phone}`}
            icon="phone"
            title={`${phone} ${name}`}
            notes={[when]}
            onTap={() => call(phone)}
          />
        ))}
      </Rows>
    </Page>
  );
}
