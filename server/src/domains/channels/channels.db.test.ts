import { beforeEach, describe, expect, it } from 'vitest';
import { person, stay } from '../../../test/build/person.ts';
import { START, useHouse } from '../../../test/harness.ts';
import { setHospitalTime } from '../../kernel/clock/hospital.ts';
import { newId } from '../../kernel/ids/index.ts';
import { atLocal } from '../../kernel/time/index.ts';
import { systemScope } from '../identity/index.ts';
import { liftHold, markDeceased, mergePatients, recordConsent, setHold } from '../patients/index.ts';
import type { Adapter } from './adapter.ts';
import { attempt } from './attempt.ts';
import { manifest } from './domain.ts';
import { historyOf } from './history.store.ts';
import { cancelFor, type SendInput, send } from './index.ts';
import { type MessageRow, messageById } from './message.store.ts';

const test = useHouse();
const at = (on: string, time: string) => atLocal(on, time, 'Asia/Shanghai');
/** The minute in which something happened: hospital time runs on while the clock is moved. */
const within = (on: string, time: string) =>
  expect.toSatisfy((got: Date) => got >= at(on, time) && got.getTime() < at(on, time).getTime() + 60_000);
let patientId: string;
let neighbour: string;
let theirs: string;

beforeEach(async () => {
  patientId = await person(test());
  neighbour = await person(test());
  theirs = await queue({ patientId: neighbour, dueAt: at('2040-01-02', '12:00') });
});

const both = (text: string) => ({ 'zh-CN': text, en: text });

async function queue(over: Partial<SendInput> = {}): Promise<string> {
  return test().tenant((tx) =>
    send(tx, {
      dedupeKey: newId(),
      patientId,
      encounterId: null,
      purpose: 'care',
      title: both('第 1 天'),
      body: both('今天走几步'),
      outsideTitle: both('您有一条新消息'),
      because: { kind: 'task', ref: 'd1' },
      ...over,
    }),
  );
}

async function row(id: string): Promise<MessageRow> {
  const found = await test().tenant((tx) => messageById(tx, id));
  if (!found) throw new Error('no such message');
  return found;
}

async function story(id: string): Promise<string[]> {
  const events = await test().tenant((tx) => historyOf(tx, [id]));
  return events.map((event) => (event.reason_code ? `${event.what} ${event.reason_code}` : event.what));
}

const scope = () => systemScope(test().hospitalId);

async function hold(): Promise<string> {
  const id = newId();
  await test().tenant((tx) => setHold(tx, scope(), { id, patientId, encounterId: null, reason: 'do-not-contact' }));
  return id;
}

async function consent(purpose: 'care-follow-up' | 'marketing', state: 'granted' | 'refused' | 'withdrawn') {
  await test().tenant((tx) =>
    recordConsent(tx, scope(), {
      id: newId(),
      patientId,
      purpose,
      state,
      textVersion: '1',
      method: 'verbal',
      givenBy: 'patient',
      givenByName: null,
      encounterId: null,
    }),
  );
}

/** Runs a handler of this domain by hand, as a second delivery would. */
async function again(handler: string, type: string, payload: Record<string, string>): Promise<void> {
  const known = manifest.handlers?.[handler];
  if (!known?.types.includes(type)) throw new Error(`${handler} does not hear ${type}`);
  const event = {
    hospitalId: test().hospitalId,
    id: newId(),
    lane: patientId,
    type,
    version: 1,
    payload,
    occurredAt: START,
  };
  await test().tenant((tx) => known.run(tx, event, test().house.ctx));
}

describe('sending', () => {
  it('leaves once, however often it is asked for or woken, and says so', async () => {
    const dedupeKey = newId();
    const id = await queue({ dedupeKey });
    expect(await queue({ dedupeKey })).toBe(id);
    await test().drain();
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1, reason_code: null, next_at: null });
    await again('channels.on-message-due', 'message.due', { id });
    expect(await queue({ dedupeKey })).toBe(id);
    await test().drain();
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(await story(id)).toEqual(['queued', 'sent']);
    expect((await row(theirs)).state).toBe('waiting');
  });

  it('waits for its hour and for the end of the quiet ones', async () => {
    const start = await test().now();
    const on = '2031-03-05';
    expect(start < at(on, '00:00')).toBe(true);
    const early = await queue({ dueAt: at(on, '09:30') });
    const late = await queue({ dueAt: at(on, '22:15') });
    const lesson = await queue({ purpose: 'education', dueAt: at(on, '06:00') });
    await test().advanceTo(at(on, '09:29'));
    expect((await row(early)).state).toBe('waiting');
    expect(await row(lesson)).toMatchObject({ state: 'waiting', reason_code: 'quiet-hours', next_at: at(on, '10:00') });
    await test().advanceTo(at(on, '23:00'));
    expect(await row(early)).toMatchObject({ state: 'sent', sent_at: within(on, '09:30') });
    expect(await row(lesson)).toMatchObject({ state: 'sent', sent_at: within(on, '10:00') });
    expect(await row(late)).toMatchObject({ state: 'waiting', reason_code: 'quiet-hours', due_at: at(on, '22:15') });
    await again('channels.on-message-due', 'message.due', { id: late });
    await test().advanceTo(at('2031-03-06', '08:00'));
    expect(await row(late)).toMatchObject({ state: 'sent', sent_at: within('2031-03-06', '08:00') });
    expect(await story(late)).toEqual(['queued', 'postponed quiet-hours', 'sent']);
  });

  it('gives the places of a day to clinical messages first, and the rest the days after', async () => {
    const dueAt = at('2031-03-07', '10:00');
    await consent('marketing', 'granted');
    const benefit = await queue({ purpose: 'benefit', dueAt });
    const education = await queue({ purpose: 'education', dueAt });
    const care = [await queue({ dueAt }), await queue({ dueAt: at('2031-03-07', '16:00') })];
    const alert = await queue({ purpose: 'alert', dueAt });
    await test().advanceTo(at('2031-03-07', '20:00'));
    for (const id of [...care, alert]) expect((await row(id)).state).toBe('sent');
    expect(await row(education)).toMatchObject({ state: 'waiting', reason_code: 'budget' });
    await test().advanceTo(at('2031-03-08', '10:00'));
    expect((await row(education)).state).toBe('sent');
    expect((await row(benefit)).state).toBe('sent');
    expect(await story(benefit)).toEqual(['queued', 'postponed budget', 'sent']);
  });

  it('two a day also where six senders race', async () => {
    const dueAt = at('2031-03-09', '09:00');
    const ids = await Promise.all(Array.from({ length: 6 }, () => queue({ dueAt })));
    // The clock alone is moved, nothing is swept or drained: the attempts below run side by side.
    await test().tenant((tx) => setHospitalTime(tx, at('2031-03-09', '09:00')));
    await Promise.all(ids.map((id) => test().tenant((tx) => attempt(tx, id))));
    const states = await Promise.all(ids.map(async (id) => (await row(id)).state));
    expect(states.filter((state) => state === 'sent')).toHaveLength(2);
    await test().drain();
    const after = await Promise.all(ids.map(async (id) => (await row(id)).state));
    expect(after.filter((state) => state === 'sent')).toHaveLength(2);
  });

  it('counts what is just leaving: a message asked for meanwhile waits for the answer', async () => {
    const first = at('2031-03-11', '10:00');
    await test().advanceTo(first);
    await queue();
    await test().drain();
    const lesson = await queue({ purpose: 'education' });
    let second = '';
    let trying: Promise<unknown> = Promise.resolve();
    const slow: Adapter = {
      channel: 'in-app',
      carry: async () => {
        second = await queue();
        trying = test().tenant((tx) => attempt(tx, second));
        // Time enough for a sender that would not wait: forty other transactions come and go.
        for (let n = 0; n < 40; n += 1) await test().now();
        return { ok: true };
      },
    };
    await test().tenant((tx) => attempt(tx, lesson, slow));
    await trying;
    expect((await row(lesson)).state).toBe('sent');
    expect(await row(second)).toMatchObject({ state: 'waiting', reason_code: 'budget' });
  });

  it('tries a provider that refuses again, then has failed', async () => {
    const refuses: Adapter = {
      channel: 'in-app',
      carry: async () => ({ ok: false, code: 'provider-busy', again: true }),
    };
    const start = at('2031-03-12', '09:00');
    await test().advanceTo(start);
    const id = await queue();
    for (const [minutes, attempts] of [
      [5, 1],
      [30, 2],
      [120, 3],
    ] as const) {
      await test().tenant((tx) => attempt(tx, id, refuses));
      const { next_at } = await row(id);
      expect(await row(id)).toMatchObject({ state: 'waiting', attempts, reason_code: 'provider-busy' });
      expect((next_at?.getTime() ?? 0) - (await test().now()).getTime()).toBeGreaterThan((minutes - 1) * 60_000);
      await test().tenant((tx) => setHospitalTime(tx, next_at ?? start));
    }
    await test().tenant((tx) => attempt(tx, id, refuses));
    await test().drain();
    expect(await row(id)).toMatchObject({ state: 'failed', reason_code: 'provider-busy' });
    expect((await story(id)).at(-1)).toBe('failed provider-busy');
  });
});

describe('what stops a message', () => {
  const later = () => ({ dueAt: at('2040-01-01', '12:00') });

  it('a hold ends all at once, alerts too; asked for again after it was lifted it leaves', async () => {
    const dedupeKey = newId();
    const ids = [await queue({ dedupeKey, ...later() }), await queue({ purpose: 'alert', ...later() })];
    const holdId = await hold();
    await test().drain();
    for (const id of ids) expect(await row(id)).toMatchObject({ state: 'cancelled', reason_code: 'hold' });
    await again('channels.on-contact-ended', 'hold.set', { holdId, patientId, reason: 'do-not-contact' });
    expect(await story(ids[0] ?? '')).toEqual(['queued', 'cancelled hold']);
    expect((await row(theirs)).state).toBe('waiting');
    await test().tenant((tx) => liftHold(tx, scope(), patientId, holdId));
    await test().drain();
    const next = await queue(later());
    await again('channels.on-contact-ended', 'hold.set', { holdId, patientId, reason: 'do-not-contact' });
    expect((await row(next)).state).toBe('waiting');
    expect(await queue({ dedupeKey, ...later() })).toBe(ids[0]);
    expect((await row(ids[0] ?? '')).state).toBe('waiting');
    expect(await story(ids[0] ?? '')).toEqual(['queued', 'cancelled hold', 'revived']);
  });

  it('a hold that nobody heard of yet is found at the moment of sending', async () => {
    const id = await queue();
    await hold();
    await test().tenant((tx) => attempt(tx, id));
    expect(await row(id)).toMatchObject({ state: 'cancelled', reason_code: 'hold' });
  });

  it('death', async () => {
    const id = await queue(later());
    await test().tenant(async (tx) => markDeceased(tx, scope(), patientId, tx.now, 'staff'));
    await test().drain();
    expect(await row(id)).toMatchObject({ state: 'cancelled' });
    expect(['died', 'hold']).toContain((await row(id)).reason_code);
    const after = await queue();
    await test().drain();
    expect(await row(after)).toMatchObject({ state: 'cancelled', reason_code: 'died' });
    await again('channels.on-contact-ended', 'patient.died', { patientId, source: 'staff' });
    expect(await story(after)).toEqual(['queued', 'cancelled died']);
  });

  it('a stay in hospital, and a discharge that was taken back', async () => {
    const first = await queue(later());
    const encounterId = await stay(test(), patientId);
    await test().drain();
    expect(await row(first)).toMatchObject({ state: 'cancelled', reason_code: 'in-hospital' });
    const inside = await queue();
    await test().drain();
    expect(await row(inside)).toMatchObject({ state: 'cancelled', reason_code: 'in-hospital' });
    await stay(test(), patientId, { kind: 'discharge' });
    await test().drain();
    const home = await queue(later());
    await again('channels.on-in-hospital', 'encounter.admitted', { encounterId, patientId });
    expect((await row(home)).state).toBe('waiting');
    await test().advanceHours(0.1);
    await stay(test(), patientId, { kind: 'cancel-discharge' });
    await test().drain();
    expect(await row(home)).toMatchObject({ state: 'cancelled', reason_code: 'in-hospital' });
    await again('channels.on-in-hospital', 'encounter.discharge-cancelled', { encounterId, patientId });
    expect(await story(home)).toEqual(['queued', 'cancelled in-hospital']);
  });

  it('a withdrawn consent ends what it carried and nothing else', async () => {
    await consent('marketing', 'granted');
    const care = await queue(later());
    const education = await queue({ purpose: 'education', ...later() });
    const benefit = await queue({ purpose: 'benefit', ...later() });
    const alert = await queue({ purpose: 'alert', ...later() });
    await test().advanceHours(0.1);
    await consent('care-follow-up', 'withdrawn');
    await test().drain();
    for (const id of [care, education])
      expect(await row(id)).toMatchObject({ state: 'cancelled', reason_code: 'consent-withdrawn' });
    for (const id of [benefit, alert]) expect((await row(id)).state).toBe('waiting');
    await again('channels.on-consent-ended', 'consent.withdrawn', { patientId, purpose: 'care-follow-up' });
    expect(await story(care)).toEqual(['queued', 'cancelled consent-withdrawn']);
    await test().advanceHours(0.1);
    await consent('marketing', 'refused');
    await test().drain();
    expect(await row(benefit)).toMatchObject({ state: 'cancelled', reason_code: 'consent-refused' });
    expect((await row(alert)).state).toBe('waiting');
  });

  it('its end', async () => {
    const now = await test().now();
    const id = await queue({ expiresAt: now });
    await test().drain();
    expect(await row(id)).toMatchObject({ state: 'cancelled', reason_code: 'expired' });
  });

  it('its own cause, and only what has not left', async () => {
    const sent = await queue({ purpose: 'alert', because: { kind: 'plan', ref: 'p1' } });
    await test().drain();
    const open = await queue({ because: { kind: 'plan', ref: 'p1' }, ...later() });
    const other = await queue({ because: { kind: 'plan', ref: 'p2' }, ...later() });
    const lesson = await queue({ because: { kind: 'plan', ref: 'p1' }, purpose: 'education', ...later() });
    const count = (purposes?: readonly ['care']) =>
      test().tenant((tx) =>
        cancelFor(tx, { because: { kind: 'plan', ref: 'p1' }, ...(purposes ? { purposes } : {}) }, 'plan-ended'),
      );
    expect(await count(['care'])).toBe(1);
    expect(await count()).toBe(1);
    expect(await count()).toBe(0);
    expect((await row(sent)).state).toBe('sent');
    expect((await row(other)).state).toBe('waiting');
    for (const id of [open, lesson])
      expect(await row(id)).toMatchObject({ state: 'cancelled', reason_code: 'plan-ended' });
    await expect(test().tenant((tx) => cancelFor(tx, {}, 'x'))).rejects.toThrow(TypeError);
  });

  it('two records that are one person: the messages follow, and the survivor decides', async () => {
    const id = await queue(later());
    const into = await person(test());
    await test().tenant((tx) => mergePatients(tx, scope(), patientId, into));
    await test().drain();
    expect(await row(id)).toMatchObject({ patient_id: into, state: 'waiting' });
    await again('channels.on-patient-merged', 'patient.merged', { from: patientId, into });
    expect(await story(id)).toEqual(['queued', 'moved merged']);
    expect((await row(theirs)).patient_id).toBe(neighbour);
    const late = await queue({ purpose: 'alert' });
    await test().drain();
    expect(await row(late)).toMatchObject({ patient_id: into, state: 'sent' });
  });
});
