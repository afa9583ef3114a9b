import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useHouse } from '../../../test/harness.ts';
import { changed, example } from '../../../test/hl7.ts';
import { countRows, deceasedAt, gateIn, medicinesOfStay, messagesIn, stayOf } from '../../../test/look-intake.ts';
import { ackCode, makeSender, type Sender } from '../../../test/mllp.ts';
import { answer } from './mllp.ts';
import { onMessageReceived } from './on-message-received.ts';

const house = useHouse();
let sender: Sender;
beforeAll(async () => {
  sender = await makeSender(house().house);
});
afterAll(() => sender.stop());

const rows = () => house().tenant(messagesIn);
const newest = async () => {
  const row = (await rows()).at(-1);
  if (!row) throw new Error('no message was stored');
  return row;
};
const stay = (visit: string) => house().tenant((tx) => stayOf(tx, visit));
const count = (table: 'patients.patient' | 'kernel.outbox') => house().tenant((tx) => countRows(tx, table));
/** Another person's stay, so that tests do not meet. */
const other = (message: Buffer, tag: string) =>
  changed(message, ['MR20260001', `MR-${tag}`], ['ZY20260001', `ZY-${tag}`], ['13800010001', `1390000${tag}`]);
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
// A full minute, so that times read back from messages compare.
const START = new Date('2031-03-03T00:01:00Z');
beforeAll(() => house().advanceTo(START));

describe('what is no use at all', () => {
  test('a frame of blanks: AR, nothing kept', async () => {
    const before = (await rows()).length;
    expect(await sender.send(Buffer.from(' \r\n'))).toBe('AR');
    expect(await rows()).toHaveLength(before);
  });
  test('not HL7: AR, kept and visible', async () => {
    expect(await sender.send(Buffer.from('GET / HTTP/1.1\r\nhost: x'))).toBe('AR');
    await house().drain();
    expect(await newest()).toMatchObject({ state: 'quarantined', problem_code: 'not-hl7' });
  });
  test('a line that is no segment: AA, since it is stored, and quarantined', async () => {
    const malformed = changed(other(example('knee-discharge', START, 'bad'), '0001'), ['\rPV2|', '\rpv 2|']);
    expect(await sender.send(malformed)).toBe('AA');
    await house().drain();
    expect(await newest()).toMatchObject({ state: 'quarantined', problem_code: 'not-readable' });
  });
  test('bytes that are not of the charset named: quarantined with the field', async () => {
    const gb = example('knee-discharge-gb18030', START, 'cs');
    const lie = Buffer.from(gb.toString('latin1').replace('GB 18030-2000', 'UNICODE UTF-8'), 'latin1');
    expect(await sender.send(lie)).toBe('AA');
    await house().drain();
    expect(await newest()).toMatchObject({ state: 'quarantined', problem_code: 'charset', problem_path: 'PID-5' });
  });
  test('too large: AR, its head kept', async () => {
    const head = example('knee-discharge', START, 'huge');
    const huge = Buffer.concat([head, Buffer.from('NTE|1||'), Buffer.alloc(9 * 1024 * 1024, 'x')]);
    expect(await sender.send(huge)).toBe('AR');
    expect(await newest()).toMatchObject({ state: 'quarantined', problem_code: 'too-large' });
  });
  test('a line cut in mid-message leaves nothing and breaks nothing', async () => {
    const before = (await rows()).length;
    await new Promise<void>((resolve) => {
      const socket = connect(sender.port, '127.0.0.1', () => socket.end(Buffer.from('\u000bMSH|^~\\&|half')));
      socket.on('close', () => resolve());
      socket.resume();
    });
    expect(await rows()).toHaveLength(before);
    expect(await sender.send(other(example('knee-admission', START, 'after'), '0002'))).toBe('AA');
  });
});

describe('storing', () => {
  test('the same message again: AA, and nothing changes', async () => {
    const message = other(example('knee-discharge', START, 'twice'), '0010');
    expect(await sender.send(message)).toBe('AA');
    await house().drain();
    const [messages, people, events] = [
      (await rows()).length,
      await count('patients.patient'),
      await count('kernel.outbox'),
    ];
    const settled = await newest();
    // As after a commit whose answer was lost.
    expect(await sender.send(message)).toBe('AA');
    await house().drain();
    expect([(await rows()).length, await count('patients.patient'), await count('kernel.outbox')]).toEqual([
      messages,
      people,
      events,
    ]);
    expect(await newest()).toEqual(settled);
  });
  test('the same control id with other bytes is another message', async () => {
    const before = (await rows()).length;
    const message = other(example('knee-discharge', START, 'twice'), '0010');
    expect(await sender.send(changed(message, ['关节病', '关节炎']))).toBe('AA');
    expect(await rows()).toHaveLength(before + 1);
  });
  test('its handler run twice does it once', async () => {
    await house().drain();
    const { id, ...settled } = await newest();
    const before = await count('kernel.outbox');
    const event = {
      hospitalId: house().hospitalId,
      id,
      lane: id,
      type: 'x',
      version: 1,
      payload: { messageId: id },
      occurredAt: START,
    };
    await house().tenant((tx) => onMessageReceived(tx, event, house().house.ctx));
    expect(await newest()).toEqual({ id, ...settled });
    expect(await count('kernel.outbox')).toBe(before);
  });
  test('the database is away: AE, so that the sender comes again', async () => {
    const { ctx } = house().house;
    const away = () => Promise.reject(Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' }));
    const broken = { ...ctx, db: { ...ctx.db, tenant: away } };
    expect(ackCode(await answer(broken, example('knee-discharge', START, 'away'), null))).toBe('AE');
  });
});

describe('a stay', () => {
  test('A01, A03, A13, A03: in, gone, in again, gone', async () => {
    const visit = 'ZY-0020';
    expect(await sender.send(other(example('knee-admission', START, 's1'), '0020'))).toBe('AA');
    await house().drain();
    expect(await stay(visit)).toMatchObject({ status: 'in-progress', discharged_at: null });
    await house().advanceTo(later(10));
    expect(await sender.send(other(example('knee-discharge', later(9), 's2'), '0020'))).toBe('AA');
    await house().drain();
    expect(await stay(visit)).toMatchObject({ status: 'finished', disposition: 'home' });
    const first = await newest();
    expect(first).toMatchObject({ state: 'processed', encounter_id: (await stay(visit))?.id });
    await house().advanceTo(later(20));
    expect(await sender.send(other(example('knee-discharge-cancelled', later(19), 's3'), '0020'))).toBe('AA');
    await house().drain();
    expect(await stay(visit)).toMatchObject({ status: 'in-progress', discharged_at: null });
    await house().advanceTo(later(30));
    expect(await sender.send(other(example('knee-discharge', later(29), 's4'), '0020'))).toBe('AA');
    await house().drain();
    expect(await stay(visit)).toMatchObject({
      status: 'finished',
      discharged_at: new Date(later(29).getTime() - 23 * 3_600_000),
    });
  });
  test('A03 before its A01: one stay, and it stays finished', async () => {
    const discharge = other(example('knee-discharge', later(29), 'o2'), '0030');
    const admission = other(example('knee-admission', later(-60), 'o1'), '0030');
    expect([await sender.send(discharge), await sender.send(admission)]).toEqual(['AA', 'AA']);
    await house().drain();
    expect(await stay('ZY-0030')).toMatchObject({ status: 'finished' });
    expect((await newest()).state).toBe('processed');
  });
  test('a discharge in the future is a slip: quarantined, nobody is discharged', async () => {
    const slip = changed(other(example('knee-discharge', later(29), 'f1'), '0040'), [
      '|20310302093000\r',
      '|20320302093000\r',
    ]);
    expect(await sender.send(slip)).toBe('AA');
    await house().drain();
    expect(await newest()).toMatchObject({
      state: 'quarantined',
      problem_code: 'time-in-future',
      problem_path: 'PV1-45',
    });
    expect(await stay('ZY-0040')).toBeNull();
  });
  test('death, by A08', async () => {
    await sender.send(other(example('knee-admission', later(-60), 'd1'), '0050'));
    await sender.send(other(example('knee-death', later(29), 'd2'), '0050'));
    await house().drain();
    const found = await stay('ZY-0050');
    expect(await house().tenant((tx) => deceasedAt(tx, found?.patient_id ?? ''))).toEqual(
      new Date(later(29).getTime() - 4 * 3_600_000),
    );
  });
  test('death by disposition, taken back by A13 alone', async () => {
    const died = changed(other(example('knee-discharge', later(20), 'e1'), '0055'), ['||1||||||||', '||5||||||||']);
    await sender.send(died);
    await house().drain();
    const patient = (await stay('ZY-0055'))?.patient_id ?? '';
    const dead = () => house().tenant((tx) => deceasedAt(tx, patient));
    expect(await dead()).toEqual(new Date(later(20).getTime() - 23 * 3_600_000));
    // An older cancellation that arrives late leaves the dead alone.
    await sender.send(other(example('knee-discharge-cancelled', later(5), 'e2'), '0055'));
    await house().drain();
    expect(await dead()).not.toBeNull();
    await sender.send(other(example('knee-discharge-cancelled', later(25), 'e3'), '0055'));
    await house().drain();
    expect(await dead()).toBeNull();
  });
  test('a merge moves everything to the survivor', async () => {
    await sender.send(other(example('knee-admission', later(-60), 'm1'), '0060'));
    await sender.send(other(example('knee-admission', later(-60), 'm2'), '0061'));
    const merge = `MSH|^~\\&|HIS|GUIAN|DAYONE|GUIAN|20310303082900||ADT^A40^ADT_A39|m3|P|2.5.1\rPID|1||MR-0060^^^GUIAN^MR||张^桂兰\rMRG|MR-0061^^^GUIAN^MR\r`;
    expect(await sender.send(Buffer.from(merge))).toBe('AA');
    await house().drain();
    expect((await newest()).state).toBe('processed');
    expect((await stay('ZY-0061'))?.patient_id).toBe((await stay('ZY-0060'))?.patient_id);
  });
  test('a medicine order joins the list of the discharge', async () => {
    await sender.send(other(example('knee-discharge', later(20), 'x1'), '0070'));
    await sender.send(other(example('medicine-order', later(29), 'x2'), '0070'));
    await house().drain();
    const found = await stay('ZY-0070');
    const medicines = await house().tenant((tx) => medicinesOfStay(tx, found?.id ?? ''));
    expect(medicines.map((one) => one.text)).toEqual([
      '利伐沙班片',
      '塞来昔布胶囊',
      '雷贝拉唑钠肠溶片',
      '对乙酰氨基酚缓释片',
    ]);
  });
});

test('more than three times the usual hour: outgoing messages wait', async () => {
  expect(await house().tenant(gateIn)).toBe('open');
  for (let n = 1000; n < 1062; n += 1) await sender.send(other(example('knee-discharge', START, `g${n}`), String(n)));
  await house().drain();
  expect(await house().tenant(gateIn)).toBe('surge');
}, 120_000);

test('nothing of a patient stands in the log', () => {
  const log = house().logLines.join('\n');
  for (const word of ['张桂兰', '桂兰', '13800010001', 'MR20260001']) expect(log).not.toContain(word);
});
