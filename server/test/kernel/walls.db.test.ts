import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/app/postgres/index.ts';
import { listHospitals, systemScope } from '../../src/domains/identity/index.ts';
import type { Scope } from '../../src/kernel/access/index.ts';
import { audit, sealAudit, verifyAudit } from '../../src/kernel/audit/index.ts';
import { sql } from '../../src/kernel/db/index.ts';
import type { HospitalId } from '../../src/kernel/ids/index.ts';
import { newId } from '../../src/kernel/ids/index.ts';
import { makeTestHouse, type TestHouse } from '../harness.ts';

let test: TestHouse;
let other: HospitalId;
beforeAll(async () => {
  test = await makeTestHouse();
  const hospitals = await listHospitals(test.house.ctx.db);
  other = hospitals.find((hospital) => hospital.code === 'other')?.id as HospitalId;
});
afterAll(() => test?.stop());

describe('two hospitals in one database', () => {
  it('one never sees, changes or writes rows of the other', async () => {
    const mine = await test.tenant((tx) =>
      tx.rows(sql<{ id: string }>`select id from identity.ward where hospital_id = ${tx.hospitalId}`),
    );
    expect(mine.length).toBeGreaterThan(0);
    await test.house.ctx.db.tenant(other, async (tx) => {
      expect(await tx.rows(sql`select id from identity.ward where hospital_id = ${test.hospitalId}`)).toEqual([]);
      expect(await tx.count(sql`update identity.ward set name = 'x' where hospital_id = ${test.hospitalId}`)).toBe(0);
    });
    const foreign = test.house.ctx.db.tenant(other, (tx) =>
      tx.rows(
        sql`insert into identity.ward (hospital_id, id, code, name, specialty) values (${test.hospitalId}, ${newId()}, 'X', 'x', 'x')`,
      ),
    );
    await expect(foreign).rejects.toMatchObject({ code: '42501' });
  });

  it('a connection without a tenant sees nothing', async () => {
    await withClient(test.database.urls.app, async (client) => {
      expect((await client.query('select 1 from identity.staff')).rows).toEqual([]);
    });
  });

  it('the sweeper cannot read what a table says of people', async () => {
    await withClient(test.database.urls.sweeper, async (client) => {
      await expect(client.query('select name from identity.staff')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('select payload from kernel.outbox')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query("update kernel.delivery set state = 'done'")).rejects.toThrow();
    });
  });

  it('the jobs role cannot read a table of the hospitals', async () => {
    await withClient(test.database.urls.jobs, async (client) => {
      await expect(client.query('select 1 from identity.staff')).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('the audit', () => {
  const old = () => newOldId();
  let scope: Scope;
  beforeAll(() => {
    scope = systemScope(test.hospitalId);
  });

  it('cannot be changed or removed by the app role', async () => {
    await test.tenant((tx) => audit(tx, scope, { action: 'test.looked', subject: { kind: 'ward', id: null } }));
    await expect(
      test.tenant((tx) => tx.rows(sql`update kernel.audit set action = 'x' where hospital_id = ${tx.hospitalId}`)),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      test.tenant((tx) => tx.rows(sql`delete from kernel.audit where hospital_id = ${tx.hospitalId}`)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is sealed by the minute, and a changed row breaks its seal', async () => {
    await test.tenant((tx) =>
      tx.rows(sql`
        insert into kernel.audit (hospital_id, id, recorded_at, occurred_at, actor_kind, action, subject_kind)
        values (${tx.hospitalId}, ${old()}, ${tx.now}, ${tx.now}, 'system', 'test.one', 'ward'),
          (${tx.hospitalId}, ${old()}, ${tx.now}, ${tx.now}, 'system', 'test.two', 'ward')`),
    );
    expect(await test.tenant(sealAudit)).toBeGreaterThan(0);
    expect((await test.tenant(verifyAudit)).broken).toEqual([]);
    await withClient(test.database.superuser, (client) =>
      client.query(`update kernel.audit set action = 'test.forged' where action = 'test.two'`),
    );
    expect((await test.tenant(verifyAudit)).broken.length).toBe(1);
  });
});

/** A UUIDv7 of ten minutes ago, so that its minute is closed. */
function newOldId(): string {
  const ms = (Date.now() - 600_000).toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}${newId().slice(13)}`;
}
