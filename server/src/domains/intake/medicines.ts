import type { MedicineClaim } from './stay-message.ts';

/** A list of medicines with those told added (or, where known, replaced) or removed. */
export function combine(
  before: readonly MedicineClaim[],
  told: readonly MedicineClaim[],
  mode: 'add' | 'remove',
): MedicineClaim[] {
  // Two orders are of one medicine when their codes are, or, without codes, their names.
  const same = (a: MedicineClaim, b: MedicineClaim): boolean =>
    a.code !== null && b.code !== null ? a.code === b.code : a.text === b.text;
  const others = before.filter((one) => !told.some((other) => same(one, other)));
  return mode === 'add' ? [...others, ...told] : others;
}
