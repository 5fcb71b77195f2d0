import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { dayOf, timeOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import type { PersonPart } from '../person-keeper.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { copyWords } from './privacy-words.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character]!);

const style = `body{font:18px/1.6 "PingFang SC","Microsoft YaHei",sans-serif;max-width:46em;margin:2em auto;padding:0 1em}
h2{border-bottom:2px solid #c33;margin-top:2em}h3{margin:1.2em 0 .2em}dl{display:grid;grid-template-columns:9em 1fr;margin:0}
dt{color:#555}dd{margin:0;white-space:pre-wrap}`;

/** A page that anybody can open and read, without scripts or anything from elsewhere. */
function pageOf(title: string, about: string, parts: readonly PersonPart[]): string {
  const body = parts.map(
    ({ title: heading, items }) =>
      `<h2>${escaped(heading)}</h2>${items.length ? '' : `<p>${copyWords.emptyPart}</p>`}` +
      items
        .map(
          (item) =>
            `<h3>${escaped(item.title)}</h3><dl>${item.fields
              .map(({ label, said }) => `<dt>${escaped(label)}</dt><dd>${escaped(said)}</dd>`)
              .join('')}</dl>`,
        )
        .join('\n'),
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(about)}</p><p>${copyWords.photos}</p>
${body.join('\n')}
</body></html>`;
}

/** Everything that the house holds about a person, to be handed to her; answers the request that it is made for. */
export const exportPerson =
  (room: PrivacyRoom): Handler<typeof registry.exportPerson> =>
  async (actor, { requestId }, call) => {
    const { streetId, accountId } = actor;
    const request = await room.rights.byId(streetId, requestId);
    if (request?.kind !== 'export') throw new Refusal('rights_not_found');
    // The clerk who closed it may fetch the file once more: a download can fail.
    if (request.state !== 'open' && request.done?.by !== accountId) throw new Refusal('rights_closed');
    if (request.state === 'refused') throw new Refusal('rights_closed');
    const elder = await room.elders.byId(scopeOf(actor), request.elderId);
    if (!elder) throw new Refusal('elder_not_found');
    call.about({ elderIds: [elder.id], what: words.exported, reason: request.why, reveal: true });
    const parts: PersonPart[] = [];
    for (const keeper of room.keepers) parts.push(...(await keeper.personData(streetId, elder.id)));
    const at = room.now();
    const street = await room.streets.street(streetId);
    const title = copyWords.title(elder.facts.name);
    const about = copyWords.made(`${dayOf(at)} ${timeOf(at)}`, street.name);
    await room.rights.close(streetId, requestId, { state: 'done', by: accountId, at, words: '' });
    return {
      fileName: `${title}-${dayOf(at)}`,
      html: pageOf(title, about, parts),
      json: JSON.stringify({ title, about, parts }, null, 1),
    };
  };
