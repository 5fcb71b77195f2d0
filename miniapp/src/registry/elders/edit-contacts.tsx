import { Card, PlainButton, Row, Section, TextInput } from '../../ui/index.ts';
import type { ContactForm } from './elder-form.ts';
import type { ElderAdd } from './use-elder-add.ts';
import { editWords as e } from './words.ts';

const most = 8;
const blank: ContactForm = { name: '', relation: '', phone: '' };
const fields = [
  { field: 'name', label: e.contactName, kind: 'text', max: 30 },
  { field: 'relation', label: e.contactRelation, kind: 'text', max: 10 },
  { field: 'phone', label: e.contactPhone, kind: 'phone', max: 20 },
] as const;

/** Whom to ring, in the order in which they should be called. */
export function EditContacts({ edit: { form, set, errors } }: { edit: ElderAdd }) {
  const { contacts } = form;
  const put = (at: number, changes: Partial<ContactForm>) =>
    set({ contacts: contacts.map((one, index) => (index === at ? { ...one, ...changes } : one)) });
  const drop = (at: number) => set({ contacts: contacts.filter((_, index) => index !== at) });
  function up(at: number) {
    const next = [...contacts];
    next.splice(at - 1, 0, ...next.splice(at, 1));
    set({ contacts: next });
  }
  return (
    <Section title={e.contacts}>
      {contacts.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells two half-typed contacts apart
        <Card key={at}>
          {fields.map(({ field, label, kind, max }) => (
            <TextInput
              key={field}
              id={`contact-${at}-${field}`}
              kind={kind}
              label={field === 'name' ? `${e.contact(at + 1)}：${label}` : label}
              maxLength={max}
              value={one[field]}
              error={errors[`contacts.${at}.${field}`]}
              onChange={(value) => put(at, { [field]: value })}
            />
          ))}
          <Row>
            {at > 0 ? (
              <PlainButton id={`contact-${at}-up`} onTap={() => up(at)}>
                {e.contactUp}
              </PlainButton>
            ) : null}
            <PlainButton id={`contact-${at}-drop`} onTap={() => drop(at)}>
              {e.removeContact(one.name)}
            </PlainButton>
          </Row>
        </Card>
      ))}
      {contacts.length < most ? (
        <PlainButton id="add-contact" icon="plus" onTap={() => set({ contacts: [...contacts, blank] })}>
          {e.addContact}
        </PlainButton>
      ) : null}
    </Section>
  );
}
