import { expect, it } from 'vitest';
import { sql } from '../../src/kernel/db/index.ts';
import { useHouse } from '../harness.ts';
import { adt, knee, sendAll } from './hospital-system.ts';

const test = useHouse();
const COUNT = 3_000;

it('a replay of three thousand old discharges is recorded and sends nothing', async () => {
  const now = await test().now();
  const old = (n: number) => new Date(now.getTime() - (8 + (n % 300)) * 86_400_000);
  const messages = Array.from({ length: COUNT }, (_, n) => adt('A03', knee(n, old(n)), now));
  const lines = await Promise.all(
    [0, 1, 2, 3].map((line) =>
      sendAll(
        test().mllp,
        messages.filter((_message, at) => at % 4 === line),
      ),
    ),
  );
  expect(lines.flat().filter((code) => code !== 'AA')).toEqual([]);
  await test().drain();
  await test().advanceHours(24 * 15);
  const counts = await test().tenant((tx) =>
    tx.one(sql<Record<string, number>>`
        select (select count(*)::int from encounters.encounter where hospital_id = ${tx.hospitalId} and status = 'finished') as stays,
          (select count(*)::int from channels.message where hospital_id = ${tx.hospitalId}) as messages,
          (select count(*)::int from worklist.item where hospital_id = ${tx.hospitalId}) as items,
          (select count(*)::int from careplans.plan where hospital_id = ${tx.hospitalId} and state <> 'not-started') as plans,
          (select count(*)::int from kernel.delivery where hospital_id = ${tx.hospitalId} and state <> 'done') as undone`),
  );
  expect(counts).toEqual({ stays: COUNT, messages: 0, items: 0, plans: 0, undone: 0 });
}, 300_000);
