/** Area codes of two digits after the 0; all others have three (国内长途区号). */
const SHORT_AREA = /^(10|2[0-57-9])/;

/**
 * A Chinese number as people write it, made dialable: `13800000000` and `+86 138…` become `+8613800000000`, `021-5555 0101` and
 * `(021)55550101` become `+862155550101`. A landline without area code takes `homeArea` (for example `021`). Numbers of other
 * countries keep their `+`. An extension (`转8001`, `-8001`) is cut off. Null where no number can be read.
 */
export function normalisePhone(text: string, homeArea?: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const [main = ''] = plain.split(/转|ext\.?|#|,|;|x/i);
  const digits = main.replace(/\D/g, '');
  const foreign = /^(\+|00)/.test(main.replace(/[\s()-]/g, ''));
  if (foreign) return normaliseForeign(digits.replace(/^00/, ''));
  if (/^861[3-9]\d{9}$/.test(digits)) return `+${digits}`;
  return normaliseHome(digits, homeArea);
}

function normaliseForeign(digits: string): string | null {
  if (digits.startsWith('86')) return normaliseHome(digits.slice(2).replace(/^0/, ''), undefined, true);
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
}

function normaliseHome(digits: string, homeArea?: string, areaWithoutZero = false): string | null {
  if (/^0?1[3-9]\d{9}$/.test(digits)) return `+86${digits.replace(/^0/, '')}`;
  if (digits.startsWith('0') || areaWithoutZero) return landline(digits.replace(/^0/, ''));
  if (homeArea && /^[2-9]\d{6,7}$/.test(digits)) return landline(homeArea.replace(/^0/, '') + digits);
  return null;
}

function landline(withArea: string): string | null {
  const area = SHORT_AREA.test(withArea) ? 2 : 3;
  const number = withArea.slice(area);
  // An extension behind a dash has become part of the digits: eight digits are the longest number there is.
  return /^[2-9]\d{6,}$/.test(number) ? `+86${withArea.slice(0, area)}${number.slice(0, 8)}` : null;
}
