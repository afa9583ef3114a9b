import { describe, expect, test } from 'vitest';
import { classOf, dispositionOf, sameFamily } from './code-maps.ts';
import { decide, type Stay, type StayMessage } from './decide.ts';
import { sameEpisode } from './same-episode.ts';

const at = (text: string) => new Date(`${text}:00+08:00`);
const says: StayMessage = {
  kind: 'admit',
  planned: false,
  class: 'inpatient',
  wardId: 'w1',
  bed: '12',
  admittedAt: at('2031-03-01T09:00'),
  expectedDischargeOn: null,
  dischargedAt: null,
  disposition: null,
  dispositionCode: null,
  urgentAdmission: false,
  attendingStaffId: 's1',
  surgeryAt: null,
  reason: '右膝置换',
  sourceAt: at('2031-03-01T09:05'),
};
const left: Partial<StayMessage> = {
  kind: 'discharge',
  dischargedAt: at('2031-03-06T10:00'),
  disposition: 'home',
  dispositionCode: '1',
  sourceAt: at('2031-03-06T11:00'),
};

/** Lets messages happen one after another; returns the stay and what each came to. */
function play(...messages: Partial<StayMessage>[]) {
  let stay: Stay | null = null;
  const came: (string | null)[] = [];
  for (const message of messages) {
    const decided = decide(stay, { ...says, ...message });
    if (decided.outcome === 'applied') {
      stay = decided.next;
      came.push(decided.event);
    } else came.push(decided.outcome);
  }
  return { stay: stay as Stay | null, came };
}

describe('a stay as messages tell it', () => {
  test('admitted, discharged, and each told twice', () => {
    const { stay, came } = play({}, {}, left, left);
    expect(came).toEqual(['encounter.admitted', 'unchanged', 'encounter.discharged', 'unchanged']);
    expect(stay).toMatchObject({ status: 'finished', dischargedAt: at('2031-03-06T10:00'), disposition: 'home' });
  });
  test('the clock is PV1-45, and the time of the message only without it', () => {
    expect(play({}, left).stay?.dischargedAt).toEqual(at('2031-03-06T10:00'));
    expect(play({}, { ...left, dischargedAt: null }).stay?.dischargedAt).toEqual(at('2031-03-06T11:00'));
  });
  test('A13 takes back the discharge and nothing else', () => {
    const { stay, came } = play({}, left, { kind: 'cancel-discharge', bed: '99', sourceAt: at('2031-03-06T12:00') });
    expect(came.at(-1)).toBe('encounter.discharge-cancelled');
    expect(stay).toMatchObject({
      status: 'in-progress',
      dischargedAt: null,
      disposition: null,
      dispositionCode: null,
      bed: '12',
    });
  });
  test('an A03 that comes again after A13 does not discharge; a new one does', () => {
    const undo = { kind: 'cancel-discharge' as const, sourceAt: at('2031-03-06T12:00') };
    expect(play({}, left, undo, left).came.at(-1)).toBe('older');
    const again = play({}, left, undo, {
      ...left,
      dischargedAt: at('2031-03-07T10:00'),
      sourceAt: at('2031-03-07T10:05'),
    });
    expect(again.came.at(-1)).toBe('encounter.discharged');
    expect(again.stay?.dischargedAt).toEqual(at('2031-03-07T10:00'));
  });
  test('A13 and A11 with nothing to undo', () => {
    expect(play({ kind: 'cancel-discharge' }).came).toEqual(['nothing-to-undo']);
    expect(play({ kind: 'cancel-admit' }).came).toEqual(['nothing-to-undo']);
    expect(play({}, { kind: 'cancel-discharge', sourceAt: at('2031-03-02T09:00') }).came.at(-1)).toBe(
      'nothing-to-undo',
    );
  });
  test('A11 voids; told twice it voids once; what it voided does not come back, a new admission does', () => {
    const undo = { kind: 'cancel-admit' as const, sourceAt: at('2031-03-01T10:00') };
    const { stay, came } = play({}, undo, undo, {}, { kind: 'update', bed: '3', sourceAt: at('2031-03-01T11:00') });
    expect(came).toEqual(['encounter.admitted', 'encounter.admission-cancelled', 'unchanged', 'older', 'unchanged']);
    expect(stay?.status).toBe('cancelled');
    expect(play({}, undo, { sourceAt: at('2031-03-01T12:00') }).came.at(-1)).toBe('encounter.admitted');
  });
  test('an older message does not undo a newer, but a late discharge still discharges', () => {
    const later = { kind: 'update' as const, bed: '20', reason: '左膝置换', sourceAt: at('2031-03-06T12:00') };
    const { stay, came } = play({}, later, { ...left, bed: '12', reason: '右膝置换' });
    expect(came).toEqual(['encounter.admitted', 'encounter.updated', 'encounter.discharged']);
    expect(stay).toMatchObject({ status: 'finished', bed: '20', reason: '左膝置换' });
    expect(play(later, { bed: '12' }).came.at(-1)).toBe('older');
  });
  test('an older message fills what nobody has said', () => {
    const { stay } = play(
      { ...left, bed: null, reason: null },
      { kind: 'update', bed: '7', sourceAt: at('2031-03-02T09:00') },
    );
    expect(stay).toMatchObject({ status: 'finished', bed: '7' });
  });
  test('A08 changes the end of a finished stay and does not end a running one', () => {
    const late = {
      kind: 'update' as const,
      dischargedAt: at('2031-03-06T16:00'),
      disposition: 'died' as const,
      sourceAt: at('2031-03-07T08:00'),
    };
    const { stay, came } = play({}, left, late);
    expect(came.at(-1)).toBe('encounter.updated');
    expect(stay).toMatchObject({ dischargedAt: at('2031-03-06T16:00'), disposition: 'died' });
    expect(play({}, late).stay).toMatchObject({ status: 'in-progress', dischargedAt: null, disposition: null });
  });
  test('an update of a stay nobody told of opens it, or records it as ended', () => {
    expect(play({ kind: 'update' }).came).toEqual(['encounter.admitted']);
    expect(play({ ...left, kind: 'update' }).came).toEqual(['encounter.discharged']);
    expect(play({ kind: 'update', dischargedAt: at('2031-03-09T10:00') }).stay?.status).toBe('in-progress');
  });
  test('a discharge nobody had an admission of is recorded', () => {
    expect(play(left).came).toEqual(['encounter.discharged']);
  });
  test('announced, then admitted', () => {
    const { came, stay } = play({ planned: true }, { planned: true }, { sourceAt: at('2031-03-02T09:00') });
    expect(came).toEqual([null, 'unchanged', 'encounter.admitted']);
    expect(stay?.status).toBe('in-progress');
  });
  test('moved to another ward', () => {
    const { came, stay } = play({}, { kind: 'transfer', wardId: 'w2', bed: '3', sourceAt: at('2031-03-03T09:00') });
    expect(came.at(-1)).toBe('encounter.transferred');
    expect(stay?.wardId).toBe('w2');
  });
  test('the same admission after the discharge does not open the stay; a later one is another', () => {
    expect(play({}, left, { sourceAt: at('2031-03-07T09:00') }).stay?.status).toBe('finished');
    expect(play({}, left, { admittedAt: at('2031-03-20T09:00'), sourceAt: at('2031-03-20T09:05') }).came.at(-1)).toBe(
      'another-stay',
    );
  });
  test('a discharge from before the stay began belongs to another stay', () => {
    const early = { ...left, admittedAt: null, dischargedAt: at('2031-02-01T10:00') };
    expect(play({}, early).came.at(-1)).toBe('older');
  });
  test('what a message does not say stays', () => {
    const { stay } = play(
      {},
      { ...left, wardId: null, bed: null, attendingStaffId: null, reason: null, admittedAt: null },
    );
    expect(stay).toMatchObject({
      wardId: 'w1',
      bed: '12',
      attendingStaffId: 's1',
      reason: '右膝置换',
      admittedAt: says.admittedAt,
    });
  });
});

describe('codes', () => {
  test.each([
    ['1', 'home'],
    ['2', 'transferred'],
    ['3', 'transferred'],
    ['4', 'against-advice'],
    ['5', 'died'],
    ['9', 'other'],
    ['01', 'home'],
    ['02', 'transferred'],
    ['07', 'against-advice'],
    ['20', 'died'],
    ['40', 'died'],
    ['41', 'died'],
    ['42', 'died'],
    ['50', 'dying-at-home'],
    ['５', 'died'],
    ['77', 'other'],
    ['', null],
    [null, null],
  ])('disposition %s is %s', (code, disposition) => {
    expect(dispositionOf(code)).toBe(disposition);
  });
  test("a feed's own code goes before the table", () => {
    expect(dispositionOf('5', { '5': 'transferred' })).toBe('transferred');
  });
  test.each([
    ['I', false, 'inpatient', false],
    ['P', false, 'inpatient', true],
    ['O', false, 'outpatient', false],
    ['O', true, 'outpatient-procedure', false],
    ['E', true, 'emergency', false],
    ['B', false, 'maternity', false],
    ['D', true, 'day-surgery', false],
  ])('class %s (procedure %s) is %s', (code, procedure, cls, planned) => {
    expect(classOf(code, procedure)).toEqual({ class: cls, planned });
  });
  test('a class no table knows is nobody’s guess', () => {
    expect(classOf('Z', false)).toBeNull();
    expect(classOf('', false)).toBeNull();
  });
  test('day surgery may be booked as either; an emergency visit is nothing else', () => {
    expect(sameFamily('day-surgery', 'inpatient')).toBe(true);
    expect(sameFamily('day-surgery', 'outpatient-procedure')).toBe(true);
    expect(sameFamily('inpatient', 'outpatient-procedure')).toBe(false);
    expect(sameFamily('emergency', 'outpatient')).toBe(false);
  });
});

describe('the same episode', () => {
  const hand = { class: 'inpatient', admittedAt: null, dischargedAt: at('2031-03-06T10:00') } as const;
  const feed = { class: 'inpatient', admittedAt: at('2031-03-01T09:00'), dischargedAt: null } as const;
  test('ends within two days are one end', () => {
    expect(sameEpisode(hand, { ...feed, dischargedAt: at('2031-03-08T10:00') })).toBe(true);
    expect(sameEpisode(hand, { ...feed, dischargedAt: at('2031-03-08T10:01') })).toBe(false);
  });
  test('a late admission fits the end that was entered; one after it is the next stay', () => {
    expect(sameEpisode(hand, feed)).toBe(true);
    expect(sameEpisode(hand, { ...feed, admittedAt: at('2031-03-06T12:00') })).toBe(false);
    expect(sameEpisode(hand, { ...feed, admittedAt: at('2030-03-06T12:00') })).toBe(false);
    expect(sameEpisode(hand, { ...feed, admittedAt: null })).toBe(false);
  });
  test('a running stay is the one a nurse ends', () => {
    expect(sameEpisode(feed, hand)).toBe(true);
    expect(sameEpisode({ ...feed, class: 'emergency' }, hand)).toBe(false);
  });
});
