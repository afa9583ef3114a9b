import type { Tx } from '../../kernel/db/index.ts';
import { headNursesOf, presentOrCover, whoIsOnDuty } from '../identity/index.ts';
import type { RosterFacts } from './escalation.ts';

/** Who could act on an item of this ward at this moment. A person without a ward has only the owner. */
export async function rosterFacts(tx: Tx, wardId: string | null, ownerStaffId: string | null): Promise<RosterFacts> {
  const owner = ownerStaffId ? await presentOrCover(tx, ownerStaffId, tx.now) : null;
  if (!wardId) return { owner, nurses: [], heads: [], doctors: [] };
  const nurses = await whoIsOnDuty(tx, wardId, tx.now, 'nurse');
  const onDuty = await whoIsOnDuty(tx, wardId, tx.now, 'head-nurse');
  const heads = onDuty.length > 0 ? onDuty : await headNursesOf(tx, wardId, tx.now);
  return { owner, nurses, heads, doctors: await whoIsOnDuty(tx, wardId, tx.now, 'doctor') };
}
