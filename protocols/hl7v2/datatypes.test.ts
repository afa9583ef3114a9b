import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as hl7 from './index.ts';

const first = (field: string): hl7.Repetition => {
  const result = hl7.parse(`MSH|^~\\&|A\rZXX|${field}`);
  return (result.ok ? hl7.repetitions(result.message, 'ZXX-1')[0] : undefined) ?? [];
};

test('identifiers, places, codes, types', () => {
  expect(hl7.readCx(first('M01^7^M11^RENMIN&1.2.156&ISO^MR^F&9&L^20200101'))).toMatchObject({
    id: 'M01',
    checkDigit: '7',
    authority: { namespace: 'RENMIN', universalId: '1.2.156', universalIdType: 'ISO' },
    type: 'MR',
    facility: { namespace: 'F' },
    effectiveOn: '20200101',
  });
  expect(hl7.readPl(first('骨科^501^12^RENMIN&1&L^^^外科楼^5'))).toMatchObject({
    pointOfCare: '骨科',
    room: '501',
    bed: '12',
    facility: { namespace: 'RENMIN' },
    building: '外科楼',
    floor: '5',
  });
  expect(hl7.readCwe(first('M17.1^膝骨关节炎^ICD10^X^Y^L^^^原文'))).toMatchObject({
    code: 'M17.1',
    system: 'ICD10',
    originalText: '原文',
  });
  expect(hl7.readMsg(first('ADT^A03^ADT_A03'))).toEqual({ type: 'ADT', trigger: 'A03', structure: 'ADT_A03' });
  expect(hl7.readHd(first('HIS^1.2^ISO'))).toEqual({ namespace: 'HIS', universalId: '1.2', universalIdType: 'ISO' });
});

test('people and their numbers', () => {
  expect(hl7.readXpn(first('VAN DER BERG&VAN&BERG^ANNA^M^JR^DR^MD^L^A'))).toMatchObject({
    family: 'VAN DER BERG',
    given: 'ANNA',
    use: 'L',
  });
  expect(hl7.readXcn(first('D12^李^四^^^^^^RENMIN&1&L^^^^EI'))).toMatchObject({
    id: 'D12',
    family: '李',
    authority: { namespace: 'RENMIN' },
    idType: 'EI',
  });
  expect(hl7.readCnn(first('D12&李&四&&&&&&RENMIN^20260101'))).toMatchObject({
    id: 'D12',
    family: '李',
    given: '四',
    authority: { namespace: 'RENMIN' },
  });
  expect(hl7.readXtn(first('13800001111^PRN^CP')).number).toBe('13800001111');
  expect(hl7.readXtn(first('^PRN^PH^^86^010^65001234^8')).number).toBe('86 010 65001234');
  expect(hl7.readXtn(first('^NET^Internet^a@b.cn'))).toMatchObject({ number: undefined, address: 'a@b.cn' });
  expect(hl7.nameText(hl7.readXpn(first('欧阳^小明')))).toBe('欧阳小明');
  expect(hl7.nameText(hl7.readXpn(first('DOE^JOHN^Q')))).toBe('JOHN Q DOE');
  expect(hl7.nameText(hl7.readXpn([]))).toBeUndefined();
});

test.each([
  ['2026', { year: 2026, precision: 'year', offsetMinutes: null }],
  ['20240229', { year: 2024, month: 2, day: 29, precision: 'day', offsetMinutes: null }],
  ['2026112214', { year: 2026, month: 11, day: 22, hour: 14, precision: 'hour', offsetMinutes: null }],
  [
    '202611221405+0800',
    { year: 2026, month: 11, day: 22, hour: 14, minute: 5, precision: 'minute', offsetMinutes: 480 },
  ],
  ['20261122140509.1-0330', { second: 9, millisecond: 100, precision: 'millisecond', offsetMinutes: -210 }],
  ['20261122140509.999999', { second: 9, millisecond: 999 }],
  ['20261122140509123', { second: 9, millisecond: 123, precision: 'millisecond', offsetMinutes: null }],
  ['2026-11-22 14:05:09', { hour: 14, second: 9, precision: 'second', offsetMinutes: null }],
  ['2026-11-22T14:05:09.5+08:00', { millisecond: 500, offsetMinutes: 480 }],
  ['2026/11/22 ', { day: 22, precision: 'day' }],
])('time %s', (text, expected) => {
  expect(hl7.parseDtm(text)).toMatchObject(expected);
});

test.each([
  '',
  '0',
  '00000000',
  '20230229',
  '20261301',
  '20261100',
  '2026112224',
  '202611221460',
  '20261122140560',
  '2026-1-2',
  '20261122+1500',
  '20261122+0875',
  '张三',
  '202611221',
])('no time: %j', (text) => {
  expect(hl7.parseDtm(text)).toBeNull();
});

test('times written and read are the same', () => {
  const parts = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 5 }),
    fc.option(fc.integer({ min: -14 * 60, max: 14 * 60 })),
  );
  fc.assert(
    fc.property(parts, ([year, [month, day, hour, minute, second], offsetMinutes]) => {
      const two = (n: number | undefined): string => (n === undefined ? '' : String(n).padStart(2, '0'));
      const text = String(year).padStart(4, '0') + two(month) + two(day) + two(hour) + two(minute) + two(second);
      const read = hl7.parseDtm(text);
      expect(read).toMatchObject({ year, offsetMinutes: null });
      if (read === null) return;
      expect(hl7.formatDtm(read)).toBe(text);
      const zoned = { ...read, offsetMinutes };
      expect(hl7.parseDtm(hl7.formatDtm(zoned))).toEqual(zoned);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void hl7.parseDtm(text)));
});
