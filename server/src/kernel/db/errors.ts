/** What a database error means to a caller, by SQLSTATE only (docs/decisions: Citus gives no constraint field). */
export type DatabaseFailure =
  | { kind: 'unique'; constraint: string }
  | { kind: 'foreign-key'; constraint: string }
  | { kind: 'row-security' }
  | { kind: 'retry' }
  | { kind: 'other'; code: string };

/** 40001 serialization, 40P01 deadlock, 08006 lost connection, 57P01/57P03 restarting, 55P03 lock timeout. */
const RETRY = new Set(['40001', '40P01', '08006', '08003', '57P01', '57P03', '55P03']);

/**
 * Classifies an error thrown by pg. On Citus a failure at COMMIT arrives as XX000 with an unknown outcome: it is `retry`, and a
 * retry must be safe by key. Constraint names lose the shard suffix that Citus appends.
 */
export function readFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  if (RETRY.has(code) || (code === 'XX000' && error.message.includes('could not commit transaction')))
    return { kind: 'retry' };
  if (code === '23505') return { kind: 'unique', constraint: constraintOf(error) };
  if (code === '23503') return { kind: 'foreign-key', constraint: constraintOf(error) };
  if (code === '42501') return { kind: 'row-security' };
  return { kind: 'other', code };
}

function constraintOf(error: Error): string {
  const named = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
  return (named ?? /constraint "([^"]+)"/.exec(error.message)?.[1] ?? '').replace(/_\d+$/, '');
}
