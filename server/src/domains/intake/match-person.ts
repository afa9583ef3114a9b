import type { Scope } from '../../kernel/access/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { Problem } from '../../kernel/http/index.ts';
import { type Matched, matchOrRegister } from '../patients/index.ts';
import type { PersonClaim } from './stay-message.ts';

/** Finds or registers the person; null where the numbers of the message contradict each other or the person they point at. */
export async function match(
  tx: Tx,
  ctx: Pick<Ctx, 'lookupKey'>,
  scope: Scope,
  person: PersonClaim,
): Promise<Matched | null> {
  try {
    // A death is recorded by the caller, capped at the hospital's clock.
    return await matchOrRegister(tx, scope, { ...person, lookupKey: ctx.lookupKey, deceasedAt: null });
  } catch (error) {
    if (error instanceof Problem && error.code === 'identity-conflict') return null;
    throw error;
  }
}
