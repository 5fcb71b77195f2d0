import { describe, expect, it } from 'vitest';
import { type KindRow, kindNames, kinds, needsOf, qualifications } from './kinds.ts';

describe('the catalogue', () => {
  it('has seven kinds of help and seven of bringing, each under its own name', () => {
    const rows: KindRow[] = kindNames.map((kind) => kinds[kind]);
    expect(rows.filter(({ group }) => group === 'help').map(({ label }) => label[0])).toEqual(Array(7).fill('助'));
    expect(rows.filter(({ group }) => group === 'deliver').map(({ label }) => label[0])).toEqual(Array(7).fill('送'));
    expect(new Set(rows.map(({ label }) => label)).size).toBe(14);
  });

  it('tells a volunteer the risk of each before she accepts', () => {
    for (const kind of kindNames) expect(kinds[kind].risk.length).toBeGreaterThan(5);
  });

  it('asks for training where a layperson could do harm: bathing, and the medical part of 助医', () => {
    expect(needsOf('helpBath', false)).toEqual(['bathing']);
    expect(needsOf('helpDoctor', false)).toEqual([]);
    expect(needsOf('helpDoctor', true)).toEqual(['medical']);
    expect(needsOf('helpMeal', true)).toEqual([]);
    for (const kind of kindNames) for (const need of needsOf(kind, true)) expect(qualifications).toContain(need);
  });
});
