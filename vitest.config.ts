import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const OUTSIDE = ['**/node_modules/**', '**/dist/**'];
const DATABASE = ['**/*.db.test.ts', '**/*.api.test.ts', '**/*.flow.test.ts'];

// Makes the embedded server, its roles and the template database once for all database and browser tests.
const SETUP = 'server/test/setup/global.ts';
const globalSetup = existsSync(new URL(SETUP, import.meta.url)) ? [SETUP] : [];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...OUTSIDE, ...DATABASE],
          // Pure tests share no state: one module registry for all takes 3 s where isolation takes 54 s.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'db',
          include: DATABASE,
          exclude: OUTSIDE,
          pool: 'forks',
          maxWorkers: 2,
          globalSetup,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.ts'],
          exclude: OUTSIDE,
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          globalSetup,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
