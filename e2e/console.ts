import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { advance } from '../server/src/app/advance.ts';
import { makeHouse } from '../server/src/app/house.ts';
import { seedDemo } from '../server/src/app/seed.ts';
import { readConfig } from '../server/src/kernel/config/index.ts';
import { makeLog } from '../server/src/kernel/log/index.ts';
import { cloneDatabase } from '../server/test/database.ts';
import { sendAll } from '../server/test/flows/hospital-system.ts';
import { START } from '../server/test/harness.ts';
import { launchBrowser, PICTURES, SIZES } from './browser.ts';

/** A running house with its pages, and a browser that looks at it. */
export interface Console {
  readonly url: string;
  /** Sends HL7 messages and waits until everything they cause has happened. */
  hear(messages: readonly string[]): Promise<void>;
  advanceTo(at: Date): Promise<void>;
  /** A browser window in which the person has signed in through the login page. */
  signIn(staffNo: string): Promise<Page>;
  /** A browser window of nobody. */
  visit(path: string): Promise<Page>;
  stop(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '..');

export async function openConsole(): Promise<Console> {
  const built = spawnSync(process.execPath, ['tools/build.ts'], { cwd: ROOT, stdio: 'inherit' });
  expect(built.status).toBe(0);
  const database = await cloneDatabase();
  const config = readConfig({
    DATA_DIR: `${PICTURES}/../.data`,
    PORT: '0',
    MLLP_PORT: '0',
    HOST: '127.0.0.1',
    MLLP_HOST: '127.0.0.1',
    DEMO: '1',
    DATABASE_POOL: '8',
  });
  const house = await makeHouse({
    config,
    urls: database.urls,
    lookupKey: database.secrets.lookupKey,
    log: makeLog('error'),
  });
  const hospitalId = await seedDemo(house, START);
  const addresses = await house.start(['api', 'worker', 'mllp']);
  const browser: Browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  const url = (addresses['http'] ?? '').replace('[::1]', '127.0.0.1');
  const advanceTo = (at: Date) => advance(house.drainDeps, hospitalId, at);
  const now = () => house.ctx.db.tenant(hospitalId, async (tx) => tx.now);
  const visit = async (at: string) => {
    const context = await browser.newContext({
      viewport: SIZES[0],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => expect.soft(error.message, 'an error in the page').toBe(''));
    await page.goto(`${url}${at}`);
    return page;
  };
  return {
    url,
    advanceTo,
    hear: async (messages) => {
      expect((await sendAll(addresses['mllp'] ?? '', messages)).filter((code) => code !== 'AA')).toEqual([]);
      await advanceTo(await now());
    },
    visit,
    signIn: async (staffNo) => {
      const page = await visit('/login');
      await page.getByLabel('工号').fill(staffNo);
      await page.getByLabel('密码').fill('dayone-demo');
      await page.keyboard.press('Enter');
      await page.waitForURL((at) => !at.pathname.startsWith('/login'));
      return page;
    },
    stop: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await house.stop();
      await database.drop();
    },
  };
}

/** The console of a test file. */
export function useConsole(): () => Console {
  let opened: Console | undefined;
  beforeAll(async () => {
    opened = await openConsole();
  });
  afterAll(() => opened?.stop());
  return () => {
    if (!opened) throw new Error('the console is not open yet');
    return opened;
  };
}

/** Takes the page's picture at every size, and fails on what axe finds there. */
export async function lookAt(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.waitForTimeout(250);
    await page.screenshot({ path: path.join(PICTURES, `${name}-${size.name}.png`) });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      violations.map(
        (each) => `${name} ${size.name}: ${each.id} ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
    ).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow, `${name} ${size.name} scrolls sideways`).toBe(0);
  }
  if (before) await page.setViewportSize(before);
}
