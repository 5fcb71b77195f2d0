import { textCell } from '@wubian/shared/exchange/cell.ts';
import { readPhone } from '@wubian/shared/exchange/clean/phone.ts';
import { type CellReader, textReader } from '@wubian/shared/exchange/clean/read.ts';
import type { FactsOfElder } from '../registry/door.ts';
import { words } from './words.ts';

type Person = FactsOfElder['contacts'][number];
type Device = FactsOfElder['devices'][number];

// Texts come in half-width forms (plainText), whatever the clerk typed.
const parts = (text: string): string[] =>
  text
    .split(/[;\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const named = /^(.{1,30}?)\s*\((.{1,10}?)\)\s*([+\d][\d\s-]*)$/u;
const inARow = /^(\S{1,30})[\s,、:]+(\S{1,10})[\s,、:]+([+\d][\d\s-]*)$/u;

/** Several people in one cell: '周敏（女儿）13800005678；张强 邻居 13800001111'. */
export const readPeople = (most: number): CellReader<Person[]> =>
  textReader((text) => {
    const people: Person[] = [];
    for (const part of parts(text)) {
      const [, name, relation, digits] = named.exec(part) ?? inARow.exec(part) ?? [];
      if (!name || !relation || !digits) return { bad: words.personForm };
      const phone = readPhone(textCell(digits));
      if ('bad' in phone) return phone;
      people.push({ name: name.trim(), relation: relation.trim(), phone: phone.ok! });
    }
    return people.length <= most ? { ok: people } : { bad: `最多填 ${most} 位。` };
  });

const tested = /^(\d{4}-\d{2}-\d{2})\s*试过$/u;

/** Several devices in one cell: '一键呼叫器，在床头，2026-03-01 试过；烟感'. */
export const readDevices: CellReader<Device[]> = textReader((text) => {
  const devices: Device[] = [];
  for (const part of parts(text)) {
    const [kind, ...more] = part.split(',').map((piece) => piece.trim());
    const testedOn = more.map((piece) => tested.exec(piece)?.[1]).find(Boolean) ?? null;
    const place = more.find((piece) => !tested.test(piece)) ?? '';
    const known = more.length === (testedOn ? 1 : 0) + (place ? 1 : 0);
    if (!kind || kind.length > 20 || place.length > 31 || !known) return { bad: words.deviceForm };
    devices.push({ kind, place: place.replace(/^在/u, ''), testedOn });
  }
  return devices.length <= 10 ? { ok: devices } : { bad: '最多填 10 件。' };
});
