import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { go } from '../../platform/nav.ts';
import { Card, ListRow, Rows, Words } from '../../ui/index.ts';
import type { ElderForm } from '../elders/elder-form.ts';
import { elderWords } from '../elders/words.ts';
import { mergeWords as w } from './words.ts';

/** What is whole enough to look with; a half-typed number would only find nothing. */
function typedOf({ name, sex, birthDate, idNumber, phone }: ElderForm) {
  const number = idNumber.replace(/\s/g, '').toUpperCase();
  const digits = phone.replace(/[\s-]/g, '');
  return {
    name: name.trim(),
    sex: sex || 'female',
    birthDate: /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? birthDate : null,
    idNumber: /^\d{17}[\dX]$/.test(number) ? number : null,
    phone: /^1[3-9]\d{9}$/.test(digits) ? digits : null,
  } as const;
}

/** While a new file is typed: files that may be the same person's. Nothing when there are none. */
export function TwinWarning({ form }: { form: ElderForm }) {
  const typed = typedOf(form);
  const enough = typed.idNumber !== null || (typed.name.length > 1 && (typed.birthDate ?? typed.phone) !== null);
  const { data } = useQuery({
    queryKey: ['registry', 'twins-of', typed],
    queryFn: () => api.registry.twinsOf(typed),
    enabled: enough,
    gcTime: 60_000,
  });
  if (!enough || !data || (!data.items.length && !data.elsewhere)) return null;
  return (
    <Card tone="glow">
      <Words tone="strong">{w.warn}</Words>
      <Rows>
        {data.items.map(({ elder, reasons, sameIdNumber }) => (
          <ListRow
            key={elder.id}
            id={`twin-${elder.id}`}
            title={elder.name}
            notes={[
              w.version(elderWords.age(elder.age), elder.addressLine, elder.phoneMasked ?? ''),
              sameIdNumber ? w.warnSame : reasons.map(({ label }) => label).join('、'),
            ]}
            onTap={() => go('workerElder', { id: elder.id })}
          />
        ))}
      </Rows>
      {data.elsewhere ? <Words>{w.warnElsewhere}</Words> : null}
    </Card>
  );
}
