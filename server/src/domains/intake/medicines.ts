import type { Tx } from '../../kernel/db/index.ts';
import { encounterByVisit, findingsOf } from '../encounters/index.ts';
import type { MedicineClaim, StayClaim } from './stay-message.ts';

/** The medicines of the stay after this message: its own list, or the known one with a single order's medicine added or removed. */
export async function medicinesAfter(tx: Tx, stay: StayClaim): Promise<readonly MedicineClaim[] | undefined> {
  if (stay.medicines === undefined || stay.medicinesMode === 'replace') return stay.medicines;
  const known = await encounterByVisit(tx, stay.visitNo);
  const before = known === null ? [] : (await findingsOf(tx, known.id)).medicines;
  return combine(before, stay.medicines, stay.medicinesMode);
}

/** Two orders are of one medicine when their codes are, or, without codes, their names. */
export function combine(
  before: readonly MedicineClaim[],
  told: readonly MedicineClaim[],
  mode: 'add' | 'remove',
): MedicineClaim[] {
  const same = (a: MedicineClaim, b: MedicineClaim): boolean =>
    a.code !== null && b.code !== null ? a.code === b.code : a.text === b.text;
  const others = before.filter((one) => !told.some((other) => same(one, other)));
  return mode === 'add' ? [...others, ...told] : others;
}
