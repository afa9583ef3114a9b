import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids/index.ts';
import { atLocal } from '../../src/kernel/time/index.ts';
import { type Caller, useHouse } from '../harness.ts';
import { adt, knee, type Stay, sendAll } from './hospital-system.ts';

const test = useHouse();
const at = (date: string, time: string) => atLocal(date, time, 'Asia/Shanghai');
const DISCHARGE = at('2031-03-03', '10:00');
const STOP = at('2031-03-05', '09:30');
const END = at('2031-03-16', '12:00');

/** What stops the plan two days after discharge, and what must then be so. Everyone here got the message of the first day. */
interface Case {
  readonly stay: Stay;
  readonly stop: (patientId: string) => Promise<unknown>;
  /** Messages of later days that still leave. */
  readonly later: number;
  /** Kinds of items still open at the end. */
  readonly open: readonly string[];
}

let nurse: Caller;
const patients = new Map<string, string>();

const hear = async (...messages: string[]) => {
  expect(await sendAll(test().mllp, messages)).toEqual(messages.map(() => 'AA'));
  await test().drain();
};
const hold = (reason: string) => (patientId: string) =>
  nurse.ok('patients.setHold', {
    params: { patientId, holdId: newId() },
    body: { encounterId: null, reason } as never,
  });

const stays = new Map<string, Stay>();
const stay = (what: string, more: Partial<Stay> = {}) => {
  const made = knee(stays.size + 1, DISCHARGE, more);
  stays.set(what, made);
  return made;
};

const CASES: Record<string, Case> = {
  // The check of the medicines of the first day, the call, the check of the clot medicine: nobody did them, all are late.
  'nothing at all': {
    stay: stay('none'),
    stop: async () => undefined,
    later: 2,
    open: ['review', 'call', 'review'],
  },
  'the discharge is cancelled (A13)': {
    stay: stay('a13'),
    stop: () => hear(adt('A13', stays.get('a13') as Stay, STOP)),
    later: 0,
    open: [],
  },
  'readmission (A01)': {
    stay: stay('a01'),
    stop: () => hear(adt('A01', { ...(stays.get('a01') as Stay), visit: 'V-AGAIN', admittedAt: STOP }, STOP)),
    later: 0,
    open: [],
  },
  'death told by a new discharge (A03 of the second stay)': {
    stay: stay('a03-died'),
    stop: async () => {
      const again = {
        ...(stays.get('a03-died') as Stay),
        visit: 'V-LAST',
        admittedAt: STOP,
        dischargedAt: STOP,
        disposition: '5',
      };
      await hear(adt('A01', again, STOP), adt('A03', again, STOP));
    },
    later: 0,
    open: [],
  },
  'death told by an update (A08 with PID-30)': {
    stay: stay('a08-died'),
    stop: () => hear(adt('A08', { ...(stays.get('a08-died') as Stay), deceased: true }, STOP)),
    later: 0,
    open: [],
  },
  'death told on the phone': {
    stay: stay('phone-died'),
    stop: (patientId) => nurse.ok('patients.markDeceased', { params: { patientId }, body: { diedOn: '2031-03-05' } }),
    later: 0,
    open: [],
  },
  'a newborn lost or in intensive care': { stay: stay('newborn'), stop: hold('stillborn-or-nicu'), later: 0, open: [] },
  'do not contact': { stay: stay('dnc'), stop: hold('do-not-contact'), later: 0, open: [] },
  'dying at home': { stay: stay('dying'), stop: hold('dying-at-home'), later: 0, open: [] },
  'a dispute': { stay: stay('dispute'), stop: hold('dispute'), later: 0, open: [] },
  'readmitted elsewhere': { stay: stay('elsewhere'), stop: hold('readmitted-elsewhere'), later: 0, open: [] },
  'consent withdrawn': {
    stay: stay('withdrawn'),
    stop: (patientId) =>
      nurse.ok('patients.putConsent', {
        params: { patientId, consentId: newId() },
        body: {
          purpose: 'care-follow-up',
          state: 'withdrawn',
          textVersion: '1',
          method: 'verbal',
          givenBy: 'patient',
          givenByName: null,
          encounterId: null,
        } as never,
      }),
    later: 0,
    open: [],
  },
};

beforeAll(async () => {
  nurse = await test().signIn('N101');
  await test().advanceTo(at('2031-03-03', '10:05'));
  await hear(...Object.values(CASES).map((each) => adt('A03', each.stay, at('2031-03-03', '10:05'))));
  const wardId = (await nurse.ok('identity.me')).wards[0]?.id ?? '';
  const gone = await nurse.ok('encounters.listDischarged', { params: { wardId }, query: { limit: 100 } as never });
  for (const [what, each] of Object.entries(CASES)) {
    const found = gone.items.filter((one) => one.patient.name === each.stay.name);
    const byName = await Promise.all(
      found.map(async (one) => ({
        id: one.patient.id,
        visit: (await nurse.ok('encounters.readEncounter', { params: { encounterId: one.encounterId } })).visitNo,
      })),
    );
    patients.set(what, byName.find((one) => one.visit === each.stay.visit)?.id ?? '');
  }
  await test().advanceTo(STOP);
  for (const [what, each] of Object.entries(CASES)) await each.stop(patients.get(what) ?? '');
  await test().drain();
  await test().advanceTo(END);
});

describe('two days after discharge comes', () => {
  it.each(Object.entries(CASES))('%s', async (what, each) => {
    const patientId = patients.get(what) ?? '';
    const messages = (
      await nurse.ok('channels.listMessages', { params: { patientId }, query: { limit: 100 } as never })
    ).items;
    const left = messages.filter((message) => message.sentAt !== null);
    expect(
      left.filter((message) => new Date(message.sentAt ?? 0) < STOP).map((message) => message.title['zh-CN']),
    ).toEqual(['到家第一天']);
    expect(left.filter((message) => new Date(message.sentAt ?? 0) >= STOP).length).toBe(each.later);
    expect(messages.filter((message) => ['waiting', 'held'].includes(message.state))).toEqual([]);
    const items = (await nurse.ok('worklist.listItems', { query: { limit: 100 } as never })).items;
    expect(items.filter((item) => item.patient.id === patientId).map((item) => item.kind)).toEqual(each.open);
  });
});

describe('a discharge that says', () => {
  it('died starts nothing', async () => {
    const now = await test().now();
    await hear(adt('A03', knee(900, now, { disposition: '5' }), now));
    await test().advanceHours(96);
    expect(await countFor('V000900')).toEqual({ messages: 0, open: [] });
  });

  it('left against advice waits for a nurse, and goes on as she chooses', async () => {
    const now = await test().now();
    await hear(adt('A03', knee(901, now, { disposition: '4' }), now));
    expect((await countFor('V000901')).open).toEqual(['choice']);
  });
});

async function countFor(visit: string): Promise<{ messages: number; open: string[] }> {
  const wardId = (await nurse.ok('identity.me')).wards[0]?.id ?? '';
  const gone = await nurse.ok('encounters.listDischarged', { params: { wardId }, query: { limit: 100 } as never });
  for (const one of gone.items) {
    if ((await nurse.ok('encounters.readEncounter', { params: { encounterId: one.encounterId } })).visitNo !== visit)
      continue;
    const messages = (
      await nurse.ok('channels.listMessages', { params: { patientId: one.patient.id }, query: {} as never })
    ).items;
    const items = (await nurse.ok('worklist.listItems', { query: { limit: 100 } as never })).items;
    return {
      messages: messages.length,
      open: items.filter((item) => item.patient.id === one.patient.id).map((item) => item.kind),
    };
  }
  throw new Error('the stay is not in the list');
}
