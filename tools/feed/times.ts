import { civilDate, localMillis } from '../../server/src/kernel/time/index.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Fills `{{now-26h}}`, `{{now+30m}}`, `{{now}}` with a DTM of the hospital's wall clock (YYYYMMDDHHMMSS), `{{date-1d}}` with a date
 * (YYYYMMDD) and `{{id}}` with a control id, each placeholder of `{{id}}` with a new one. Other text stays as it is.
 */
export function fillTimes(text: string, now: Date, zone: string, nextId: () => string): string {
  return text
    .replace(/\{\{(now|date)(?:([+-])(\d+)([mhd]))?\}\}/g, (_, kind: string, sign = '+', amount = '0', unit = 'm') => {
      const ms = Number(amount) * (UNITS[unit as string] ?? 0) * (sign === '-' ? -1 : 1);
      const at = new Date(now.getTime() + ms);
      const day = civilDate(at, zone).replaceAll('-', '');
      return kind === 'date' ? day : day + clockOf(at, zone);
    })
    .replaceAll('{{id}}', () => nextId());
}

function clockOf(at: Date, zone: string): string {
  const seconds = Math.floor(localMillis(at, zone) / 1000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((n) => String(Math.floor(n)).padStart(2, '0'))
    .join('');
}
