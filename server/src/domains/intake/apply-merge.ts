import type { Scope } from '../../kernel/access/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { mergePatients, ownersOf } from '../patients/index.ts';
import { match } from './match-person.ts';
import type { Outcome } from './message.store.ts';
import { done, quarantined } from './outcome.ts';
import type { MergeMessage } from './stay-message.ts';

/**
 * A40 and A34: everything of the retired numbers goes to the survivor. A retired number nobody bears here is given to the survivor,
 * so that a message that still uses it finds the right person.
 */
export async function applyMerge(
  tx: Tx,
  ctx: Pick<Ctx, 'lookupKey'>,
  scope: Scope,
  message: MergeMessage,
): Promise<Outcome> {
  let patientId: string | null = null;
  for (const { into, from } of message.pairs) {
    const owners = await ownersOf(tx, from);
    const free = from.filter((one) => !owners.some((have) => have.system === one.system && have.value === one.value));
    const survivor = await match(tx, ctx, scope, { ...into, identifiers: [...into.identifiers, ...free] });
    if (survivor === null) return quarantined('identity-conflict', 'PID-3');
    patientId = survivor.patientId;
    for (const id of new Set(owners.map((one) => one.patient_id)))
      if (id !== patientId) await mergePatients(tx, scope, id, patientId);
  }
  return done('processed', null, patientId);
}
