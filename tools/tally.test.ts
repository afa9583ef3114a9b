import { describe, expect, test } from 'vitest';
import { addTallies, closingLine, exitCodeOf, tallyVitest } from './tally.ts';

const green = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [1] }],
};

describe('tally', () => {
  test('counts what passed, failed and was skipped', () => {
    expect(tallyVitest(green, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
    expect(tallyVitest({ ...green, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  test('a file that did not load is a failure', () => {
    expect(tallyVitest({ ...green, testResults: [{ status: 'failed', assertionResults: [] }] }, 1).failed).toBe(1);
  });

  test('a bad end without a failed test is a failure, and so is a missing report', () => {
    expect(tallyVitest(green, 1).failed).toBe(1);
    expect(tallyVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(tallyVitest(undefined, 0)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  test('the closing line and the exit code', () => {
    const sum = addTallies([tallyVitest(green, 0), { passed: 8, failed: 0, skipped: 0 }]);
    expect(closingLine(sum)).toBe('11 passed, 0 failed, 1 skipped');
    expect(closingLine({ passed: 2, failed: 1, skipped: 0 })).toBe('2 passed, 1 failed');
    expect(exitCodeOf(sum, 3)).toBe(0);
    expect(exitCodeOf({ ...sum, failed: 1 }, 3)).toBe(1);
    expect(exitCodeOf(sum, 0)).toBe(1);
  });
});
