import { describe, expect, it } from 'vitest';
import { foldWord, nameSearch } from './name-search.ts';

const finds = (name: string, typed: string) =>
  nameSearch(name).nameWords.some((word) => word.startsWith(foldWord(typed)));

describe('finding a name', () => {
  it.each([
    ['王秀兰', 'wxl'],
    ['王秀兰', 'wx'],
    ['王秀兰', 'WXL'],
    ['王秀兰', 'wangxiu'],
    ['王秀兰', 'Wang Xiu Lan'],
    ['王秀兰', '王秀'],
    ['王秀兰', '秀兰'],
    ['王秀兰', 'xl'],
    ['单雄信', 'sxx'],
    ['单雄信', 'dxx'],
    ['曾国藩', 'zgf'],
    ['曾国藩', 'ceng'],
    ['尉迟恭', 'ycg'],
    ['吕淑芬', 'lvshu'],
    ['阿依古丽·买买提', 'ayglmmt'],
    ['阿依古丽·买买提', '古丽·买'],
    ['𠮷野花', '𠮷野'],
    ['Anna', 'ann'],
  ])('%s is found by %s', (name, typed) => {
    expect(finds(name, typed)).toBe(true);
  });

  it.each([
    ['王秀兰', 'wl'],
    ['王秀兰', '兰秀'],
    ['王秀兰', 'zhang'],
    ['单雄信', 'ab'],
  ])('%s is not found by %s', (name, typed) => {
    expect(finds(name, typed)).toBe(false);
  });
});

describe('sorting names', () => {
  it('goes by the surname’s own reading, short syllables first, unreadable characters last', () => {
    const sorted = ['𠮷野花', '曾伟', '王秀兰', '单雄', '安娜', '王秀'].toSorted((a, b) =>
      nameSearch(a).nameKey < nameSearch(b).nameKey ? -1 : 1,
    );
    expect(sorted).toEqual(['安娜', '单雄', '王秀', '王秀兰', '曾伟', '𠮷野花']);
  });

  it('keeps the key and the words of the longest name small', () => {
    const { nameKey, nameWords } = nameSearch('长'.repeat(30));
    expect(nameKey.length).toBeLessThanOrEqual(90);
    expect(nameKey).toMatch(/^[ -~]+$/);
    expect(nameWords.length).toBeLessThan(400);
  });
});
