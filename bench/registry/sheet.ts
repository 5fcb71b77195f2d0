import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type SheetColumnKey, sheetColumn } from '@wubian/shared/exchange/columns.ts';
import { livingLabels, maritalLabels, residenceStatusLabels } from '@wubian/shared/registry/fact-labels.ts';
import { idCheckCharacter } from '@wubian/shared/registry/id-number.ts';
import { choices } from '../../server/demo/random.ts';
import { type OutRow, writeSheet } from '../../server/exchange/files/index.ts';
import type { Street } from '../../server/streets/index.ts';

/** The 25 columns of the measured sheet. */
export const columns = [
  ...(['fileNumber', 'name', 'idNumber', 'sex', 'birthDate', 'phone', 'landline', 'residenceStatus'] as const),
  ...([
    'hukouAddress',
    'community',
    'grid',
    'estate',
    'building',
    'unit',
    'floor',
    'room',
    'living',
    'marital',
  ] as const),
  ...(['contact1Name', 'contact1Relation', 'contact1Phone', 'chronic', 'allergies', 'diet', 'careNotes'] as const),
] satisfies SheetColumnKey[];

const two = (n: number): string => String(n).padStart(2, '0');

/** Invented people with ID numbers of a place that was never given out, the same ones at every run. */
function* rowsOf(street: Street, count: number): Generator<OutRow> {
  const choose = choices(11);
  const estates = street.communities.flatMap((community) => community.estates.map((estate) => ({ community, estate })));
  for (let n = 0; n < count; n++) {
    const { community, estate } = estates[n % estates.length]!;
    const born = new Date(Date.UTC(1932, 0, 1 + (n % 9_000)));
    const digits = born.toISOString().slice(0, 10).replaceAll('-', '');
    const order = Math.floor(n / 9_000) * 2 + (n % 2);
    const first17 = `990000${digits}${String(order).padStart(3, '0')}`;
    const floor = choose.between(1, 6);
    yield [
      `DA${String(n).padStart(6, '0')}`,
      `${choose.one([...'王李张刘陈'])}${choose.one([...'秀桂淑玉'])}${choose.one([...'兰英珍梅'])}`,
      first17 + idCheckCharacter(first17),
      n % 2 ? '男' : '女',
      born.toISOString().slice(0, 10),
      `1380000${String(n % 10_000).padStart(4, '0')}`,
      `0222333${String(n % 10_000).padStart(4, '0')}`,
      choose.one(Object.values(residenceStatusLabels)),
      `测速区测速街${n}号`,
      community.name,
      choose.one(community.grids).name,
      estate.name,
      String(choose.between(1, 30)),
      String(choose.between(1, 4)),
      String(floor),
      `${floor}${two(choose.between(1, 4))}`,
      choose.one(Object.values(livingLabels)),
      choose.one(Object.values(maritalLabels)),
      `周${choose.one([...'敏芳强伟'])}`,
      choose.one(['女儿', '儿子', '老伴']),
      `1390000${String(n % 10_000).padStart(4, '0')}`,
      choose.one(['高血压', '高血压、糖尿病', '']),
      choose.one(['', '青霉素']),
      choose.one(['', '软食', '少盐']),
      choose.one(['', '听力不好，说话慢一点', '走路要拄拐']),
    ];
  }
}

/** Writes the sheet that both sides take in. */
export const writeRegistrySheet = (file: string, street: Street, count: number): Promise<void> =>
  pipeline(
    Readable.from(
      writeSheet(rowsOf(street, count), {
        name: '名单',
        columns: columns.map((key) => ({ title: sheetColumn(key).label, kind: 'text' })),
      }),
    ),
    createWriteStream(file),
  );
