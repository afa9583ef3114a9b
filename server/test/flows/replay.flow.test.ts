import { expect, it } from 'vitest';
import { useHouse } from '../harness.ts';
import { countAll } from '../rows.ts';
import { adt, knee, sendAll } from './hospital-system.ts';

const test = useHouse();
const COUNT = 3_000;
const LINES = 4;

it('a replay of three thousand old discharges is recorded and sends nothing', async () => {
  const now = await test().now();
  const old = (n: number) => new Date(now.getTime() - (8 + (n % 300)) * 86_400_000);
  const messages = Array.from({ length: COUNT }, (_, n) => adt('A03', knee(n, old(n)), now));
  const lines = Array.from({ length: LINES }, (_, line) => messages.filter((_message, at) => at % LINES === line));
  const codes = await Promise.all(lines.map((line) => sendAll(test().mllp, line)));
  expect(codes.flat().filter((code) => code !== 'AA')).toEqual([]);
  await test().drain();
  await test().advanceHours(24 * 15);
  expect(await countAll(test())).toMatchObject({ stays: COUNT, messages: 0, items: 0, plans: 0, undone: 0 });
}, 300_000);
