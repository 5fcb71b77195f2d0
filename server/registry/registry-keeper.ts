import { relationLabels } from '@wubian/shared/registry/contract.ts';
import { type FieldGroup, fieldGroups, fieldRow, fieldsOf } from '@wubian/shared/registry/fields.ts';
import { grantStates } from '@wubian/shared/registry/grant-lifecycle.ts';
import { rightsKinds, rightsStates } from '@wubian/shared/registry/rights.ts';
import { sayField } from '@wubian/shared/registry/say-field.ts';
import { addDays, dayOf, timeOf } from '@wubian/shared/time.ts';
import type { PersonItem, PersonKeeper, PersonPart } from '../person-keeper.ts';
import { namesFor } from './elder-names.ts';
import type { Facts } from './elder-seal.ts';
import { showConsents } from './list-consents.ts';
import { readLooks } from './list-views.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { copyWords, eraseWords } from './privacy-words.ts';
import { wholeStreet } from './scope.ts';
import { glassNotices } from './tell-glass.ts';

const { field } = copyWords;
const sayAt = (at: Date | string): string => `${dayOf(new Date(at))} ${timeOf(new Date(at))}`;
const grantStateLabels: Record<(typeof grantStates)[number], string> = {
  asked: '待确认',
  active: '有效',
  refused: '未通过',
  ended: '已结束',
  expired: '已到期',
};

/** Everything of a file in words, nothing masked: it is her own copy. */
async function fileOf(room: PrivacyRoom, streetId: string, elderId: string): Promise<PersonPart[]> {
  const [elder, changes, street] = await Promise.all([
    room.elders.byId(wholeStreet(streetId), elderId),
    room.elders.history(wholeStreet(streetId), elderId),
    room.streets.street(streetId),
  ]);
  if (!elder) return [];
  const ids = changes.flatMap(({ by, before }) => [by, before?.responsibleId ?? null]);
  const names = await namesFor(room.accounts, street, [...ids, elder.facts.responsibleId]);
  const say = (one: keyof Facts, value: unknown) => sayField(one, value as never, names, false);
  const groups = (Object.keys(fieldGroups) as FieldGroup[]).map((group) => ({
    title: fieldGroups[group],
    fields: fieldsOf(group).flatMap((one) => {
      const said = say(one, elder.facts[one]);
      return said ? [{ label: fieldRow(one).label, said }] : [];
    }),
  }));
  const history: PersonItem[] = changes.map(({ at, by, why, fields, before }) => ({
    title: sayAt(at),
    fields: [
      { label: field.who, said: names.person(by) },
      { label: field.why, said: why },
      ...fields.map((one) => ({
        label: fieldRow(one).label,
        said: before ? `${field.before}：${say(one, before[one]) || '—'}` : field.after,
      })),
    ],
  }));
  return [
    { title: copyWords.file, items: groups.filter(({ fields }) => fields.length) },
    { title: copyWords.history, items: history },
  ];
}

async function consentsOf(room: PrivacyRoom, streetId: string, elderId: string): Promise<PersonPart> {
  const { items } = await showConsents(room, streetId, elderId, null);
  return {
    title: copyWords.consents,
    items: items.map(({ label, text, standLabel, records }) => ({
      title: label,
      fields: [
        { label: field.what, said: text },
        { label: field.state, said: standLabel },
        ...records.map(({ at, giverLabel, giverName, howLabel, witnessName, answer, capacity, withdrawn }) => ({
          label: sayAt(at),
          said: [
            answer === 'given' ? '同意' : '不同意',
            `${giverLabel}${giverName && `（${giverName}）`}`,
            howLabel,
            witnessName,
            capacity,
            withdrawn && `${sayAt(withdrawn.at)} 撤回`,
          ]
            .filter(Boolean)
            .join('，'),
        })),
      ],
    })),
  };
}

async function grantsOf(room: PrivacyRoom, streetId: string, elderId: string): Promise<PersonPart> {
  const all = await room.grants.wanted({ streetId, elderId }, grantStates);
  const people = await room.accounts.people(all.map(({ askerId }) => askerId));
  return {
    title: copyWords.grants,
    items: all.map(({ askerId, relation, state, until, note }) => ({
      title: `${relationLabels[relation]} ${people.get(askerId)?.name ?? ''}`,
      fields: [
        { label: field.state, said: grantStateLabels[state] },
        { label: field.until, said: until },
        ...(note ? [{ label: field.what, said: note }] : []),
      ],
    })),
  };
}

async function looksOf(room: PrivacyRoom, streetId: string, elderId: string): Promise<PersonPart> {
  const items: PersonItem[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await readLooks(room, streetId, elderId, { limit: 50, cursor });
    items.push(
      ...page.items.map(({ at, who, what, why }) => ({
        title: sayAt(at),
        fields: [
          { label: field.who, said: who },
          { label: field.what, said: what },
          { label: field.why, said: why },
        ],
      })),
    );
    cursor = page.next ?? undefined;
  }
  return { title: copyWords.looks, items };
}

async function requestsOf(room: PrivacyRoom, streetId: string, elderId: string): Promise<PersonPart> {
  const all = await room.rights.ofElder(streetId, elderId);
  return {
    title: copyWords.rights,
    items: all.map(({ at, kind, askerName, why, state }) => ({
      title: `${sayAt(at)} ${rightsKinds[kind]}`,
      fields: [
        { label: field.who, said: askerName },
        { label: field.why, said: why },
        { label: field.state, said: rightsStates[state] },
      ],
    })),
  };
}

/** The registry's own part of a person's data; the first in the list of keepers, and the last to erase. */
export const registryKeeper = (room: PrivacyRoom): PersonKeeper => ({
  personData: async (streetId, elderId) => [
    ...(await fileOf(room, streetId, elderId)),
    await consentsOf(room, streetId, elderId),
    await grantsOf(room, streetId, elderId),
    await looksOf(room, streetId, elderId),
    await requestsOf(room, streetId, elderId),
  ],
  hindrance: async () => '',
  async foresee(streetId, elderId) {
    const merged = (await room.eraseStore.withMerged(streetId, elderId)).length > 1;
    const today = dayOf(room.now());
    const inYears = (years: number) => addDays(today, Math.ceil(years * 365.25));
    const { audit, logs, money, request, goes } = eraseWords;
    return {
      goes: [...goes, ...(merged ? [eraseWords.merged] : [])],
      kept: [{ ...audit, until: inYears(3) }, logs, money, { ...request, until: inYears(3) }],
    };
  },
  async erase(streetId, elderId) {
    const uses = await room.glass.ofElder(streetId, elderId);
    const name = (await room.elders.names(streetId, [elderId])).get(elderId);
    const grants = await room.grants.wanted({ streetId, elderId }, grantStates);
    await room.notices.forget(streetId, {
      grantIds: grants.map(({ id }) => id),
      prefixes: uses.map(({ id }) => glassNotices(id)),
      ...(name && { naming: name }),
    });
    await room.glass.forgetWords(streetId, elderId);
    await room.consents.removeOf(streetId, elderId);
    for (const { assignmentId, accountId } of await room.accounts.residentsOf(streetId, elderId)) {
      await room.accounts.end(assignmentId, eraseWords.goes[3], '');
      await room.accounts.forget(accountId);
    }
    await room.rights.forgetWords(streetId, elderId);
    const files = await room.eraseStore.withMerged(streetId, elderId);
    await room.eraseStore.removeTies(streetId, files);
    for (const id of files) await room.eraseStore.bury(streetId, id, 'rule', room.now());
  },
});
