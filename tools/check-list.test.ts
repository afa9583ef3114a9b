import { expect, test } from 'vitest';
import { describeChecks, runChecks } from './check-list.ts';
import { plantTree } from './plant.ts';
import { runPooled } from './run-command.ts';

test('a check passes, fails with its reason, or does not exist yet', async () => {
  using tree = plantTree({
    'good.js': 'process.exitCode = 0;',
    'bad.js': "console.log('the reason'); process.exitCode = 3;",
  });
  const results = await runChecks(tree.root, [
    { name: 'good', args: ['good.js'] },
    { name: 'bad', args: ['bad.js'] },
    { name: 'later', args: ['later.js'], needs: 'later.js' },
  ]);
  expect(results.map(({ name, passed, skipped }) => ({ name, passed, skipped }))).toEqual([
    { name: 'good', passed: true, skipped: false },
    { name: 'bad', passed: false, skipped: false },
    { name: 'later', passed: true, skipped: true },
  ]);
  expect(describeChecks(results)).toContain('--- bad\nthe reason');
});

test('never more at once than the width, and the order is kept', async () => {
  let running = 0;
  let most = 0;
  const task = (index: number) => async (): Promise<number> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return index;
  };
  expect(await runPooled([0, 1, 2, 3, 4].map(task), 2)).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});
