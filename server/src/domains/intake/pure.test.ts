import { describe, expect, test } from 'vitest';
import type { HospitalId } from '../../kernel/ids/index.ts';
import { chooseFeed } from './choose-feed.ts';
import { dispositionOf } from './codes.ts';
import { laneOf, shortText } from './envelope.ts';
import type { FeedRow } from './feed.store.ts';
import { combine } from './medicines.ts';
import type { MedicineClaim } from './stay-message.ts';
import { usualOf } from './surge.ts';
import { understand } from './understand.ts';

const HOUR = 3_600_000;
const FEED = { timeZone: 'Asia/Shanghai', dispositionCodes: {}, identifierSystems: {} };
const feed = (id: string, hospital: string, sending: string | null, receiving: string | null): FeedRow => ({
  id,
  hospital_id: hospital as HospitalId,
  kind: 'mllp',
  sending_facility: sending,
  receiving_facility: receiving,
  name: id,
  time_zone: 'Asia/Shanghai',
  disposition_codes: {},
  identifier_systems: {},
});

describe('chooseFeed', () => {
  const [both, from, any] = [
    feed('both', 'h1', 'A', 'B'),
    feed('from', 'h2', 'A', null),
    feed('any', 'h3', null, null),
  ];
  test('the nearest fit wins', () => {
    expect(chooseFeed([any, from, both], { sending: 'A', receiving: 'B' }).feed).toBe(both);
    expect(chooseFeed([any, from, both], { sending: 'A', receiving: 'C' }).feed).toBe(from);
    expect(chooseFeed([any, from, both], { sending: 'X', receiving: undefined })).toEqual({ feed: any, known: true });
  });
  test('a message of nobody is kept by the only hospital, by none of several', () => {
    expect(chooseFeed([both], { sending: 'X', receiving: 'B' })).toEqual({ feed: both, known: false });
    expect(chooseFeed([both, from], { sending: 'X', receiving: 'B' })).toEqual({ feed: null, known: false });
    expect(chooseFeed([], { sending: 'A', receiving: 'B' })).toEqual({ feed: null, known: false });
  });
});

describe('usualOf', () => {
  const now = new Date('2031-03-20T02:00:00Z');
  const at = (days: number, hours: number, discharges: number) => ({
    span_at: new Date(now.getTime() - days * 24 * HOUR - hours * HOUR),
    discharges,
  });
  test('is the median of the same hour over fourteen days, days without any counted as none', () => {
    expect(usualOf([], now)).toBe(0);
    expect(
      usualOf(
        Array.from({ length: 14 }, (_, day) => at(day + 1, 0.5, day)),
        now,
      ),
    ).toBe(6.5);
    expect(
      usualOf(
        Array.from({ length: 7 }, (_, day) => at(day + 1, 0.5, 40)),
        now,
      ),
    ).toBe(20);
  });
  test('other hours of those days do not count', () => {
    expect(
      usualOf(
        Array.from({ length: 14 }, (_, day) => at(day + 1, 5, 90)),
        now,
      ),
    ).toBe(0);
  });
});

test('a lane is a uuid of version 8, the same for the same number of a hospital, another for another', () => {
  const [a, b] = ['h1' as HospitalId, 'h2' as HospitalId];
  expect(laneOf(a, 'MR1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(laneOf(a, 'MR1')).toBe(laneOf(a, 'MR1'));
  expect(laneOf(a, 'MR1')).not.toBe(laneOf(b, 'MR1'));
});

test('a code means what its feed says, else what the tables say, else nothing', () => {
  expect(dispositionOf('5', {})).toBe('died');
  expect(dispositionOf('5', { '5': 'home' })).toBe('home');
  expect(dispositionOf('9', {})).toBe('other');
  expect(dispositionOf('exp', {})).toBe('died');
  expect(dispositionOf('77', {})).toBeNull();
  expect(dispositionOf('77', { '77': 'nonsense' })).toBeNull();
});

test('texts of the envelope are short and hold no control characters', () => {
  expect(shortText(`a\u0000b\r${'x'.repeat(200)}`)).toHaveLength(80);
  expect(shortText(' \r ')).toBeNull();
});

test('an order adds or replaces one medicine, a cancellation takes it out', () => {
  const one = (code: string | null, text: string, dose = '1'): MedicineClaim => ({
    code,
    text,
    dose,
    system: null,
    route: null,
    frequency: null,
    startsOn: null,
    endsOn: null,
  });
  const list = [one('A', 'a'), one(null, 'b')];
  expect(combine(list, [one('A', 'renamed', '2')], 'add')).toEqual([list[1], one('A', 'renamed', '2')]);
  expect(combine(list, [one(null, 'b')], 'remove')).toEqual([list[0]]);
  expect(combine([], [one('C', 'c')], 'add')).toHaveLength(1);
});

describe('understand', () => {
  const read = (bytes: Uint8Array, corrected: Uint8Array | null = null) =>
    understand({ format: 'hl7v2', bytes, corrected }, FEED);
  test('names what is no HL7, what cannot be read, and where a character was lost', () => {
    expect(read(Buffer.from('GET / HTTP/1.1')).mapped).toMatchObject({ code: 'not-hl7' });
    const head = 'MSH|^~\\&|A|B|C|D|20310303||ADT^A01|1|P|2.5||||||UNICODE UTF-8\r';
    expect(read(Buffer.from(`${head}pid no segment|\r`)).mapped).toMatchObject({
      code: 'not-readable',
      detail: 'segment-name',
    });
    const lost = Buffer.concat([Buffer.from(`${head}PID|1||M1||`), Buffer.from([0xc1, 0xf5]), Buffer.from('^x\r')]);
    expect(read(lost).mapped).toEqual({ kind: 'broken', code: 'charset', path: 'PID-5' });
    expect(read(lost, Buffer.from(`${head.replace('UTF-8', 'GB18030')}PID|1||M1||刘^x\r`)).mapped).toMatchObject({
      path: 'PV1-19',
    });
  });
});
