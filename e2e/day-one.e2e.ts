import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { atLocal } from '../server/src/kernel/time/index.ts';
import { adt, knee } from '../server/test/flows/hospital-system.ts';
import { START } from '../server/test/harness.ts';
import { lookAt, useConsole } from './console.ts';

const open = useConsole();
const at = (date: string, time: string) => atLocal(date, time, 'Asia/Shanghai');
const zhang = knee(1, at('2031-03-02', '07:30'), {
  name: '张桂兰',
  born: '1962-05-08',
  relative: { name: '李敏', relationship: '女儿', phone: '13987654321' },
});
const zhou = knee(2, at('2031-03-02', '07:00'), { name: '周敏' });

/** Answers what still must be answered, in the order of the script, with the first and calmest choice. */
async function answerTheRest(page: Page): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    const question = page.locator('li.c-q:has(.c-must)').first();
    if ((await question.count()) === 0) return;
    await question.scrollIntoViewIfNeeded();
    // The card is held by its id: the first one that must be answered changes as soon as this one is.
    const card = page.locator(`#${await question.getAttribute('id')}`);
    const untold = card.locator('[aria-pressed="false"]');
    while ((await untold.count()) > 0) await untold.first().click();
    for (const group of await card.getByRole('radiogroup').all()) await group.getByRole('radio').first().click();
    await fillText(card);
    await page.waitForTimeout(100);
  }
  throw new Error('a required question could not be answered');
}

async function fillText(question: Locator): Promise<void> {
  const text = question.getByRole('textbox').first();
  if ((await text.count()) === 0) return;
  await text.fill('都好');
  await text.blur();
}

describe('a morning on the ward', () => {
  it('a nurse does a call; the alert is on the doctor’s screen without reload', async () => {
    const inHouse = knee(3, at('2031-03-05', '10:00'), { name: '吴建平' });
    await open().hear([adt('A03', zhang, START), adt('A03', zhou, START), adt('A01', inHouse, START)]);
    const doctor = await open().signIn('D201');
    await doctor.goto(`${open().url}/alerts`);
    await doctor.getByRole('heading', { name: '预警' }).first().waitFor();
    let loads = 0;
    doctor.on('load', () => {
      loads += 1;
    });

    const nurse = await open().signIn('N101');
    await nurse.getByTestId('today-list').getByText('张桂兰').first().waitFor();
    await lookAt(nurse, 'today');
    await nurse.getByTestId('today-list').getByText('张桂兰').first().click();
    await nurse.getByTestId('dial').click();
    await nurse.getByTestId('attempt-patient').click();
    await nurse.getByRole('menuitem', { name: /接通/ }).click();

    await nurse.locator('#q-wound').getByRole('radio', { name: /脓/ }).click();
    await nurse.getByTestId('raised').first().waitFor();
    await lookAt(nurse, 'call-red');
    await doctor.getByText('张桂兰').first().waitFor({ timeout: 5_000 });
    expect(loads).toBe(0);
    await lookAt(doctor, 'alerts');

    await answerTheRest(nurse);
    await nurse.getByTestId('finish').click();
    await nurse.getByTestId('finish-confirm').click();
    await nurse.getByTestId('today-list').getByTestId('item-call').getByText('张桂兰').waitFor({ state: 'detached' });
  });

  it('a colleague takes the computer over by PIN, and the half-done call waits for its nurse', async () => {
    const page = await open().signIn('N101');
    await page.getByTestId('today-list').getByText('周敏').first().click();
    await page.getByTestId('dial').click();
    await page.locator('#q-home-safe').getByRole('radio').first().click();
    await page.getByText('已保存').first().waitFor();
    await switchTo(page, 'N102', '陈思雨');
    await switchTo(page, 'N101', '李晓梅');
    await page.getByTestId('today-list').getByText('周敏').first().click();
    await expect
      .poll(() => page.locator('#q-home-safe').getByRole('radio').first().getAttribute('aria-checked'))
      .toBe('true');
  });

  it('the clock of the demo is moved by a click, and the day’s message has left', async () => {
    const page = await open().signIn('H100');
    await page.getByTestId('today-list').getByText('周敏').first().waitFor();
    await page.getByRole('button', { name: '+1 天' }).click();
    await expect
      .poll(() => page.locator('.s-header').innerText(), { timeout: 60_000, interval: 500 })
      .toContain('3月4日');
    await page.goto(`${open().url}/ward`);
    await page.getByText('已出院').first().click();
    await page.getByText('周敏').first().click();
    await page.getByText('到家第一天').first().waitFor({ timeout: 15_000 });
  });
});

async function switchTo(page: Page, staffNo: string, name: string): Promise<void> {
  await page.locator('.s-header').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: /换人|切换/ }).click();
  await page.getByRole('dialog').getByLabel('工号').fill(staffNo);
  await page.getByRole('dialog').getByLabel('PIN').fill('2580');
  await page.keyboard.press('Enter');
  await page.locator('.s-header').getByText(name).waitFor();
}
