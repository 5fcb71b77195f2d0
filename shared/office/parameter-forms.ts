import * as z from 'zod';
import { type Kind, kindNames, kinds } from '../companion/kinds.ts';
import { Ladder, targets } from '../response/ladder.ts';
import { SomeWords } from '../wire.ts';

/** How a value is typed and shown. */
export type Form =
  | { as: 'number'; unit: string; min: number; max: number; step: number }
  | { as: 'span'; unit: string; min: number; max: number }
  | { as: 'numbers'; unit: string; min: number; max: number }
  | { as: 'time' }
  | { as: 'timeSpan' }
  | { as: 'choices'; labels: Readonly<Record<string, string>> }
  | { as: 'catalogue' }
  | { as: 'ladder' }
  /** Shown only: a standard or the program itself decides it. */
  | { as: 'fixed' };

/** From one number or 'HH:MM' to another, both inclusive. */
export interface Span<T> {
  from: T;
  to: T;
}

/** One kind of help as a street offers it; the place in the list is its place on the screens. */
export const CatalogueItem = z
  .strictObject({
    kind: z.enum(kindNames),
    offered: z.boolean(),
    label: SomeWords(8, '请填服务名称'),
    about: SomeWords(40, '请填一句说明'),
  })
  .meta({ id: 'CatalogueItem' });
export type CatalogueItem = z.output<typeof CatalogueItem>;

/** The whole catalogue in the program's own order and words: what a street offers that has set nothing. */
export const defaultCatalogue: CatalogueItem[] = kindNames.map((kind) => ({
  kind,
  offered: true,
  label: kinds[kind].label,
  about: kinds[kind].about,
}));

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请按 16:00 的样子填写');

/** Any value on the wire; the row's own form decides which one is right. */
export const ParameterValue = z
  .union([
    z.number(),
    z.string().max(100),
    z.array(z.number()).max(20),
    z.array(z.string().max(40)).max(20),
    z.strictObject({ from: z.number(), to: z.number() }),
    z.strictObject({ from: Time, to: Time }),
    z.array(CatalogueItem).max(40),
    Ladder,
  ])
  .meta({ id: 'ParameterValue' });
export type ParameterValue = z.output<typeof ParameterValue>;

const within = ({ min, max }: { min: number; max: number }) =>
  z.number('请填数字').min(min, `不能小于 ${min}`).max(max, `不能大于 ${max}`);

const different = <T>(list: readonly T[]): boolean => new Set(list).size === list.length;

const Catalogue = z
  .array(CatalogueItem)
  .refine((items) => items.length === kindNames.length && different(items.map(({ kind }) => kind)), {
    message: '每项服务都要在，且只能出现一次',
  })
  .refine((items) => different(items.map(({ label }) => label)), { message: '有两项服务名称相同，请改一个' })
  .refine((items) => items.some(({ offered }) => offered), { message: '请至少提供一项服务' });

/** The check of a form's values, with the user's words. */
export function schemaOf(form: Form): z.ZodType<ParameterValue> {
  switch (form.as) {
    case 'number': {
      const step = form.step === 1 ? '请填整数' : `请填 ${form.step} 的倍数`;
      return within(form).multipleOf(form.step, step);
    }
    case 'span': {
      const whole = within(form).int('请填整数');
      return z
        .strictObject({ from: whole, to: whole })
        .refine(({ from, to }) => from <= to, { message: '最少不能大于最多' });
    }
    case 'numbers':
      return z
        .array(within(form).int('请填整数'))
        .min(1, '请至少填一个数')
        .refine((list) => list.every((one, i) => i === 0 || list[i - 1]! < one), { message: '要从小到大，不能重复' });
    case 'time':
      return Time;
    case 'timeSpan':
      return z
        .strictObject({ from: Time, to: Time })
        .refine(({ from, to }) => from < to, { message: '结束要晚于开始' });
    case 'choices':
      return z
        .array(z.enum(Object.keys(form.labels) as [string], '请从给出的选项中选择'))
        .min(1, '请至少选一项')
        .refine(different, { message: '有选项重复了' });
    case 'catalogue':
      return Catalogue;
    case 'ladder':
      return Ladder;
    case 'fixed':
      return z.never('这一项由标准规定，不能修改');
  }
}

const spanWords = (value: ParameterValue, unit: string): string => {
  const { from, to } = value as Span<number | string>;
  return `${from} 到 ${to}${unit && ` ${unit}`}`;
};

/** A value of a form in the user's words, e.g. '6 个月'. */
export function sayValue(form: Form, value: ParameterValue): string {
  switch (form.as) {
    case 'number':
      return `${value} ${form.unit}`;
    case 'span':
      return spanWords(value, form.unit);
    case 'numbers':
      return `${(value as number[]).join('、')} ${form.unit}`;
    case 'timeSpan':
      return spanWords(value, '');
    case 'choices':
      return (value as string[]).map((one) => form.labels[one] ?? one).join('、');
    case 'catalogue': {
      const items = value as CatalogueItem[];
      const off = items.filter(({ offered }) => !offered).map(({ label }) => label);
      const count = `提供 ${items.length - off.length} 项`;
      return off.length ? `${count}，不提供：${off.join('、')}` : count;
    }
    case 'ladder': {
      const { rungs, loop } = value as Ladder;
      return [...rungs, loop]
        .map(({ call, wait }) => `${call.map((one) => targets[one]).join('、')}（${wait} 秒）`)
        .join('，再 ');
    }
    default:
      return String(value);
  }
}

/** A street's words for a kind, with the program's own for one that the list does not hold. */
export const offerOf = (catalogue: readonly CatalogueItem[], kind: Kind): CatalogueItem =>
  catalogue.find((item) => item.kind === kind) ?? defaultCatalogue.find((item) => item.kind === kind)!;
