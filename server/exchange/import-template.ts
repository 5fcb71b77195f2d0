import { sheetColumns } from '@wubian/shared/exchange/columns.ts';
import type { exchange } from '@wubian/shared/exchange/contract.ts';
import type { Handler } from '../handler.ts';
import { writeTemplate } from './files/index.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Choices that differ from street to street: its own names of communities, estates and grids. */
async function choicesHere({ streets }: Pick<Room, 'streets'>, streetId: string): Promise<Record<string, string[]>> {
  const { communities } = await streets.street(streetId);
  return { community: communities.map(({ name }) => name) };
}

/** The empty sheet to fill in, with an example and what each column wants. */
export const importTemplate =
  (room: Room): Handler<typeof exchange.importTemplate> =>
  async (actor) => {
    const here = await choicesHere(room, actor.streetId);
    const columns = sheetColumns.map(({ key, label, required = false, example, help, choices = [] }) => ({
      title: label,
      kind: 'text' as const,
      required,
      example: key === 'community' ? (here.community?.[0] ?? '') : example,
      help: [help, required ? words.ruleRequired : words.ruleBlank].filter(Boolean).join(''),
      choices: here[key] ?? choices,
    }));
    const pieces: Uint8Array[] = [];
    for await (const piece of writeTemplate(words.templateSheet, columns)) pieces.push(piece);
    return { name: words.templateName, mime: xlsx, base64: Buffer.concat(pieces).toString('base64') };
  };
