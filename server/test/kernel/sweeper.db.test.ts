import { expect, it } from 'vitest';
import { sleep } from '../../src/kernel/clock/wall.ts';
import { sql } from '../../src/kernel/db/index.ts';
import { Sweeper } from '../../src/kernel/sweep/sweeper.ts';
import { kneeAtHome } from '../build/knee.ts';
import { useHouse } from '../harness.ts';

const test = useHouse();

it('a table that cannot be swept keeps no other waiting', async () => {
  const { itemId } = await kneeAtHome(test());
  await test().tenant((tx) =>
    tx.rows(sql`update worklist.item set wake_at = ${tx.now} where hospital_id = ${tx.hospitalId} and id = ${itemId}`),
  );
  const asleep = () =>
    test().tenant(async (tx) => {
      const row = await tx.one(sql<{ wake_at: Date | null }>`
        select wake_at from worklist.item where hospital_id = ${tx.hospitalId} and id = ${itemId}`);
      return row.wake_at === null;
    });
  const { db, log } = test().house.ctx;
  const broken = { table: 'worklist.nothing', event: 'item.woken', lane: 'patient_id' };
  const sweeper = new Sweeper(db, [broken, ...test().house.drainDeps.dues], log);
  sweeper.start();
  for (let tries = 0; tries < 50 && !(await asleep()); tries += 1) await sleep(50);
  await sweeper.stop();
  expect(await asleep()).toBe(true);
  expect(test().logLines.join('')).toContain('"table":"worklist.nothing"');
});
