import { call } from '../../platform/phone-call.ts';
import { ListRow, Rows, Section } from '../../ui/index.ts';
import type { Revealed } from './reveal-sheet.tsx';
import { dossierWords as w } from './words.ts';

/** Every number in a revealed text, with the words before it. */
function numbersIn(said: string): { words: string; phone: string }[] {
  return said.split('；').flatMap((part) => {
    const phone = /(\d{7,12})$/.exec(part)?.[1];
    return phone ? [{ words: part.slice(0, -phone.length), phone }] : [];
  });
}

/** What was revealed, each number with a way to ring it. `name`: whose own number one without a name is. */
export function RevealedValues({ name, revealed }: { name: string; revealed: Revealed }) {
  return (
    <Section title={w.revealed}>
      <Rows>
        {revealed.flatMap(({ field, label, said }) => {
          const numbers = field === 'idNumber' ? [] : numbersIn(said);
          if (!numbers.length) return [<ListRow key={field} title={label} notes={[said || w.notFilled]} />];
          return numbers.map(({ words, phone }) => (
            <ListRow
              key={`${field}${phone}`}
              icon="phone"
              title={w.callName(words || name)}
              notes={[`${label} · ${phone}`]}
              onTap={() => call(phone)}
            />
          ));
        })}
      </Rows>
    </Section>
  );
}
