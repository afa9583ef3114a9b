import { permit, rolesOf, staffByNo } from '../../src/domains/identity/index.ts';
import type { Principal, Scope } from '../../src/kernel/access/index.ts';
import type { Tx } from '../../src/kernel/db/index.ts';
import { newId } from '../../src/kernel/ids/index.ts';
import type { TestHouse } from '../harness.ts';

/** Does something as a member of the demo staff under a permission, in one transaction, past the routes. */
export async function asStaff<T>(
  test: TestHouse,
  staffNo: string,
  permission: string,
  work: (tx: Tx, scope: Scope) => Promise<T>,
): Promise<T> {
  return test.tenant(async (tx) => {
    const staff = await staffByNo(tx, staffNo);
    if (!staff) throw new Error(`no ${staffNo}`);
    const roles = (await rolesOf(tx, staff.id)).map((row) => ({ role: row.role, wardId: row.ward_id }));
    const principal: Principal = {
      kind: 'staff',
      hospitalId: tx.hospitalId,
      id: staff.id,
      sessionId: newId(),
      roles,
      locked: false,
    };
    return work(tx, permit(principal, permission));
  });
}
