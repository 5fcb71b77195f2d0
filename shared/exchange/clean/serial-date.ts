/** Days of a spreadsheet count from the end of 1899, or in workbooks of old Macintoshes from 1904. */
export type DateSystem = 1900 | 1904;

const dayMs = 86_400_000;
const epoch: Record<DateSystem, number> = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
/** 9999-12-31 in the 1900 system. */
const lastSerial = 2_958_465;

/**
 * 'YYYY-MM-DD' of a spreadsheet's serial number, with 'THH:mm:ss' behind it when it has a part of a day; null when it is
 * no date. In the 1900 system 60 is the 29 February that 1900 never had (kept by Excel for Lotus 1-2-3): it is no date
 * either, and the days before it stand one off.
 */
export function serialDate(serial: number, system: DateSystem = 1900): string | null {
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  if (!Number.isFinite(serial) || day < (system === 1900 ? 1 : 0) || day > lastSerial) return null;
  if (system === 1900 && day === 60) return null;
  const days = system === 1900 && day < 60 ? day + 1 : day;
  const iso = new Date(epoch[system] + days * dayMs + (seconds - day * 86_400) * 1000).toISOString();
  return seconds % 86_400 === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
