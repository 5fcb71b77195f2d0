import { Card, PlainButton, Row, Stack, TextInput } from '../../ui/index.ts';
import type { PersonForm } from './group-form.ts';
import { dossierWords as w } from './words.ts';

const blank: PersonForm = { name: '', relation: '', phone: '', was: null, masked: '' };
const inputs = [
  { part: 'name', label: w.personName, kind: 'text', max: 30 },
  { part: 'relation', label: w.personRelation, kind: 'text', max: 10 },
  { part: 'phone', label: w.personPhone, kind: 'phone', max: 20 },
] as const;

interface PeopleControlProps {
  field: string;
  label: string;
  value: PersonForm[];
  most: number;
  errors: Readonly<Record<string, string>>;
  onChange: (value: PersonForm[]) => void;
}

/** People with their numbers, in the order in which they should be called; a number on file stays unless typed anew. */
export function PeopleControl({ field, label, value, most, errors, onChange }: PeopleControlProps) {
  const put = (at: number, part: Partial<PersonForm>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
  function up(at: number) {
    const next = [...value];
    next.splice(at - 1, 0, ...next.splice(at, 1));
    onChange(next);
  }
  return (
    <Stack>
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells two half-typed people apart
        <Card key={at}>
          {inputs.map(({ part, label: name, kind, max }) => (
            <TextInput
              key={part}
              id={`${field}-${at}-${part}`}
              kind={kind}
              label={part === 'name' ? `${most > 1 ? w.person(label, at + 1) : label}：${name}` : name}
              hint={part === 'phone' && one.masked ? w.personPhoneKept(one.masked) : undefined}
              maxLength={max}
              value={one[part]}
              error={errors[most > 1 ? `${field}.${at}.${part}` : `${field}.${part}`]}
              onChange={(text) => put(at, { [part]: text })}
            />
          ))}
          <Row>
            {at > 0 ? (
              <PlainButton id={`${field}-${at}-up`} onTap={() => up(at)}>
                {w.up}
              </PlainButton>
            ) : null}
            <PlainButton id={`${field}-${at}-drop`} onTap={() => onChange(value.filter((_, index) => index !== at))}>
              {w.removePerson(one.name)}
            </PlainButton>
          </Row>
        </Card>
      ))}
      {value.length < most ? (
        <PlainButton id={`add-${field}`} icon="plus" onTap={() => onChange([...value, blank])}>
          {w.addPerson(label)}
        </PlainButton>
      ) : null}
    </Stack>
  );
}
