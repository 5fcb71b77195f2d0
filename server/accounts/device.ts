const systems: [RegExp, string][] = [
  [/iPhone/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
];
const browsers: [RegExp, string][] = [
  [/Edg\//, '（微软）'],
  [/Firefox\//, '（火狐）'],
  [/Chrome\//, '（谷歌）'],
  [/Safari\//, '（苹果）'],
];
const find = (table: [RegExp, string][], userAgent: string) => table.find(([sign]) => sign.test(userAgent))?.[1];

/**
 * A few words by which a person knows her own device in the list of sessions, e.g. '微信 · 苹果手机', '电脑浏览器（谷歌）'.
 * The raw user agent is not kept: it identifies more than it helps.
 */
export function describeDevice(userAgent: string): string {
  const system = find(systems, userAgent);
  if (/MicroMessenger/.test(userAgent)) return system ? `微信 · ${system}` : '微信';
  if (system) return `手机浏览器 · ${system}`;
  const browser = find(browsers, userAgent);
  return browser ? `电脑浏览器${browser}` : '其他设备';
}
