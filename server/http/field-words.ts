import type { FieldRefusal } from '@wubian/shared/refusals.ts';
import * as z from 'zod';

// What no rule below has words for is told in zod's own Chinese.
z.config(z.locales.zhCN());

const kindWords: Record<string, string> = {
  string: '这里要填文字。',
  number: '这里要填数字。',
  int: '这里要填整数。',
  boolean: '这里只能选是或否。',
  array: '这里要填一个列表。',
  object: '这里的内容不完整，请重新填写。',
  date: '这里要填日期。',
};

const unit: Record<string, string> = { string: '个字', array: '项', set: '项' };

/** Plain words for what zod found wrong; undefined leaves it to a schema's own words or the locale. */
export const fieldWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '这一项必须填写。' : kindWords[issue.expected];
    case 'too_small': {
      const measure = unit[issue.origin];
      if (!measure) return `不能小于 ${issue.minimum}。`;
      return Number(issue.minimum) === 1 ? '这一项不能为空。' : `至少 ${issue.minimum} ${measure}。`;
    }
    case 'too_big': {
      const measure = unit[issue.origin];
      return measure ? `最多 ${issue.maximum} ${measure}。` : `不能大于 ${issue.maximum}。`;
    }
    case 'invalid_value':
      return '请从给出的选项中选择。';
    case 'invalid_format':
      return '格式不对，请核对。';
    case 'unrecognized_keys':
      return '多余的内容，请去掉。';
    case 'invalid_union':
      return '这里填得不对，请核对。';
    default:
      return undefined;
  }
};

/** Every issue as a field of the input and words; an unknown key is a field of its own. */
export function fieldsOf(error: z.core.$ZodError): FieldRefusal[] {
  return error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ field: path.map(String).join('.').slice(0, 200), words: issue.message }));
  });
}
