import { describe, it } from 'vitest';
import { atLocal } from '../server/src/kernel/time/index.ts';
import { adt, knee } from '../server/test/flows/hospital-system.ts';
import { START } from '../server/test/harness.ts';
import { lookAt, useConsole } from './console.ts';

const open = useConsole();
const at = (date: string, time: string) => atLocal(date, time, 'Asia/Shanghai');
const NAMES = ['张桂兰', '李建军', '周敏', '刘淑芬', '陈志强', '王秀英', '赵国华', '孙丽萍'];

/** Every page of the console, as a role that may open it, with something on it. */
const PAGES: readonly { name: string; staffNo: string; path: string; see: RegExp }[] = [
  { name: 'ward', staffNo: 'N101', path: '/ward', see: /赵国华/ },
  { name: 'alerts-empty', staffNo: 'N111', path: '/alerts', see: /预警/ },
  { name: 'today-empty', staffNo: 'N111', path: '/', see: /今日/ },
  { name: 'roster', staffNo: 'H100', path: '/roster', see: /周桂芳|李晓梅/ },
  { name: 'packs', staffNo: 'A900', path: '/packs', see: /膝关节/ },
  { name: 'intake', staffNo: 'T801', path: '/intake', see: /PV1-19|缺住院号/ },
  { name: 'ops', staffNo: 'A900', path: '/ops', see: /外发开关/ },
  { name: 'desk', staffNo: 'K601', path: '/desk', see: /\*/ },
  { name: 'nothing-here', staffNo: 'Y702', path: '/', see: /市场/ },
];

describe('every page, at three sizes, clean for axe and without sideways scrolling', () => {
  it('opens the day', async () => {
    const stays = NAMES.map((name, n) => knee(n + 1, at('2031-03-02', `1${n + 1}:10`), { name }));
    const gone = stays.slice(0, 5).map((stay) => adt('A03', stay, START));
    const broken = adt('A03', { ...knee(40, START), visit: '' }, START);
    await open().hear([...gone, ...stays.slice(5).map((stay) => adt('A01', stay, START)), broken]);
  });

  it('login', async () => {
    const page = await open().visit('/login');
    await page.getByLabel('工号').waitFor();
    await lookAt(page, 'login');
  });

  it.each(PAGES)('$name', async ({ name, staffNo, path, see }) => {
    const page = await open().signIn(staffNo);
    await page.goto(`${open().url}${path}`);
    await page.getByText(see).first().waitFor();
    await lookAt(page, name);
  });

  it('patient, care card and the locked screen', async () => {
    const page = await open().signIn('N101');
    await page.goto(`${open().url}/ward`);
    await page.getByText('已出院').first().click();
    await page.getByText('张桂兰').first().click();
    await page.getByText('消肿止痛期').first().waitFor();
    await lookAt(page, 'patient');
    const { wards } = await (await page.request.get(`${open().url}/api/me`)).json();
    const gone = await page.request.get(`${open().url}/api/wards/${wards[0].id}/discharged`);
    await page.goto(`${open().url}/ward/card/${(await gone.json()).items[0].encounterId}`);
    await page.getByText('120').first().waitFor();
    await lookAt(page, 'care-card');
    await page.goto(`${open().url}/ward`);
    await page.getByText('赵国华').first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByLabel('PIN').first().waitFor();
    await lookAt(page, 'locked');
  });

  it('a message in quarantine', async () => {
    const page = await open().signIn('T801');
    await page.goto(`${open().url}/intake`);
    await page.getByText('PV1-19').first().click();
    await page.waitForURL(/intake\/messages/);
    await page.getByText('PV1').first().waitFor();
    await lookAt(page, 'message');
  });
});
