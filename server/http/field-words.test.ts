import { expect, it } from 'vitest';
import * as z from 'zod';
import { fieldsOf, fieldWords } from './field-words.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(3),
  age: z.number().int().min(0).max(130),
  kind: z.enum(['a', 'b']),
  at: z.iso.datetime(),
  phone: z.string().regex(/^1\d{10}$/, '请填 11 位手机号'),
  tags: z.array(z.string()).max(2),
  address: z.strictObject({ estate: z.string() }),
});
const refused = (value: unknown) => fieldsOf(schema.safeParse(value, { error: fieldWords }).error!);

it('tells every wrong field at once, in plain words, and keeps the words of the schema', () => {
  expect(
    refused({
      name: '',
      age: 131,
      kind: 'c',
      at: 'tomorrow',
      phone: '12',
      tags: ['1', '2', '3'],
      address: { estate: 7, room: '501' },
      extra: 1,
      more: 2,
    }),
  ).toEqual([
    { field: 'name', words: '这一项不能为空。' },
    { field: 'age', words: '不能大于 130。' },
    { field: 'kind', words: '请从给出的选项中选择。' },
    { field: 'at', words: '格式不对，请核对。' },
    { field: 'phone', words: '请填 11 位手机号' },
    { field: 'tags', words: '最多 2 项。' },
    { field: 'address.estate', words: '这里要填文字。' },
    { field: 'address.room', words: '多余的内容，请去掉。' },
    { field: 'extra', words: '多余的内容，请去掉。' },
    { field: 'more', words: '多余的内容，请去掉。' },
  ]);
});

it('asks for what is missing', () => {
  expect(refused({})).toHaveLength(7);
  expect(refused({})[0]).toEqual({ field: 'name', words: '这一项必须填写。' });
});

it('never answers in English', () => {
  const words = refused({ name: null, age: 1.5, kind: 1, at: 1, phone: [], tags: {}, address: 'x' }).map(
    (f) => f.words,
  );
  expect(words.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
});
