import { afterAll, beforeAll, expect, test } from 'vitest';
import { useHouse } from '../../../test/harness.ts';
import { changed, example } from '../../../test/hl7.ts';
import { countRows, messagesIn, stayOf } from '../../../test/look-intake.ts';
import { makeSender, type Sender } from '../../../test/mllp.ts';

const house = useHouse();
const START = new Date('2031-03-03T02:00:00Z');
let sender: Sender;
beforeAll(async () => {
  sender = await makeSender(house().house);
  await house().advanceTo(START);
});
afterAll(() => sender.stop());

const tooth = (at: 0 | 1, tag: string) =>
  changed(
    example('tooth-extraction-charge', START, `${tag}-${at}`, at),
    ['MR20260031', `MR-${tag}`],
    ['MZ20260031', `MZ-${tag}`],
    ['13800010031', `1390003${tag}`],
  );
const stay = (tag: string) => house().tenant((tx) => stayOf(tx, `MZ-${tag}`));
const people = () => house().tenant((tx) => countRows(tx, 'patients.patient'));
async function send(message: Buffer) {
  expect(await sender.send(message)).toBe('AA');
  await house().drain();
  const row = (await house().tenant(messagesIn)).at(-1);
  return [row?.state, row?.problem_code ?? null];
}
const NOT_USED = ['ignored', 'charge-not-used'];

test('an outpatient procedure ends at its charge, once', async () => {
  expect(await send(tooth(0, '1001'))).toEqual(['processed', null]);
  expect(await stay('1001')).toMatchObject({ class: 'outpatient-procedure', status: 'in-progress' });
  expect(await send(tooth(1, '1001'))).toEqual(['processed', null]);
  const ended = { status: 'finished', disposition: 'home', discharged_at: new Date('2031-03-03T01:50:00Z') };
  expect(await stay('1001')).toMatchObject(ended);
  // A later charge of the same visit moves nothing.
  expect(await send(changed(tooth(1, '1001'), ['20310303095000', '20310303095900']))).toEqual(NOT_USED);
  expect(await stay('1001')).toMatchObject(ended);
});

test('a charge of any other stay changes nothing, and nobody is registered by one', async () => {
  const ward = changed(tooth(0, '1002'), ['PV1|1|O|KQ', 'PV1|1|I|GK1']);
  expect(await send(ward)).toEqual(['processed', null]);
  expect(await send(changed(tooth(1, '1002'), ['PV1|1|O|', 'PV1|1||']))).toEqual(NOT_USED);
  expect(await stay('1002')).toMatchObject({ class: 'inpatient', status: 'in-progress', discharged_at: null });
  const before = await people();
  expect(await send(tooth(1, '1003'))).toEqual(NOT_USED);
  expect([await people(), await stay('1003')]).toEqual([before, null]);
});

test('a charge from before the visit, of tomorrow, or of somebody else ends nothing', async () => {
  await send(tooth(0, '1004'));
  expect(await send(changed(tooth(1, '1004'), ['20310303095000', '20310302095000']))).toEqual(NOT_USED);
  expect(await send(changed(tooth(1, '1004'), ['20310303095000', '20310304095000']))).toEqual([
    'quarantined',
    'time-in-future',
  ]);
  await send(tooth(0, '1005'));
  expect(await send(changed(tooth(1, '1005'), ['MZ-1005', 'MZ-1004']))).toEqual(['quarantined', 'identity-conflict']);
  expect(await stay('1004')).toMatchObject({ status: 'in-progress' });
});
