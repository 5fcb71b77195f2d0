import { describe, expect, it } from 'vitest';
import { askerWords, dateWords, distanceWords, kindWords, needsWords } from './task-words.ts';

describe('how a task is said', () => {
  it('says distances as people do, never finer than a hundred metres', () => {
    expect([null, 0, 12, 149, 600, 949, 951, 1240, 9_940, 12_400].map(distanceWords)).toEqual([
      '',
      '同小区',
      '约 100 米',
      '约 100 米',
      '约 600 米',
      '约 900 米',
      '约 1 公里',
      '约 1.2 公里',
      '约 9.9 公里',
      '约 12 公里',
    ]);
  });
  it('names the special part and the training it needs', () => {
    expect(kindWords({ kind: 'helpDoctor', kindLabel: '陪诊' })).toBe('陪诊');
    expect(kindWords({ kind: 'helpDoctor', kindLabel: '陪诊' }, true)).toContain('陪诊：需要护理操作');
    expect(needsWords(['bathing', 'medical'])).toBe('助浴培训、陪诊护理培训');
  });
  it('dates a rule in the time of the street', () => {
    expect(dateWords('2026-07-03T16:30:00.000Z')).toBe('7月4日 00:30');
  });
  it('says who asked, and to a volunteer only as what', () => {
    expect(askerWords({ name: '周敏', relation: 'daughter', role: 'family' })).toBe('女儿 周敏');
    expect(askerWords({ name: '家属', relation: null, role: 'family' })).toBe('家属');
  });
});
