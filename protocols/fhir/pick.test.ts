import type { CodeableConcept, ContactPoint, HumanName } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  conceptText,
  nameText,
  parseDateTime,
  parseInstant,
  pickCoding,
  pickIdentifier,
  pickName,
  pickTelecom,
} from './index.ts';

test('names', () => {
  const names: HumanName[] = [
    { use: 'old', text: '王小明' },
    { use: 'nickname', text: '明明' },
    { use: 'usual', family: '欧阳', given: ['小明'] },
    { use: 'official', given: [' '] },
  ];
  expect(nameText(pickName(names))).toBe('欧阳小明');
  expect(nameText({ family: 'Chalmers', given: ['Peter', 'James'] })).toBe('Peter James Chalmers');
  expect(nameText({})).toBeUndefined();
  expect(pickName([{ use: 'old', text: 'x' }])).toBeUndefined();
  const dated: HumanName[] = [
    { text: 'maiden', period: { end: '2020-05' } },
    { text: 'married', period: { start: '2020-06-01T08:00:00+08:00' } },
  ];
  expect(pickName(dated, '2020-04-30')?.text).toBe('maiden');
  expect(pickName(dated, '2020-05-31')?.text).toBe('maiden');
  expect(pickName(dated, '2020-06-01')?.text).toBe('married');
});

test('telecoms', () => {
  const telecoms: ContactPoint[] = [
    { system: 'email', value: 'a@b.cn', use: 'mobile' },
    { system: 'phone', value: '1', use: 'work' },
    { system: 'phone', value: '2', use: 'mobile' },
    { system: 'phone', value: '3', use: 'old', rank: 1 },
    { system: 'phone', value: ' ', use: 'mobile' },
  ];
  expect(pickTelecom(telecoms, 'phone')?.value).toBe('2');
  expect(pickTelecom([...telecoms, { system: 'phone', value: '4', rank: 2 }], 'phone')?.value).toBe('4');
  expect(pickTelecom(telecoms, 'sms')).toBeUndefined();
});

test('identifiers and codes', () => {
  const identifiers = [
    { system: 'urn:h', value: '' },
    { system: 'urn:h', value: '1', type: { coding: [{ code: 'MR' }] } },
    { system: 'urn:h', value: '2', use: 'official' as const, type: { coding: [{ code: 'MR' }] } },
    { system: 'urn:n', value: '3', type: { coding: [{ code: 'NI' }] } },
  ];
  expect(pickIdentifier(identifiers, { system: 'urn:h' })?.value).toBe('2');
  expect(pickIdentifier(identifiers, { type: 'NI' })?.value).toBe('3');
  expect(pickIdentifier(identifiers, { system: 'urn:h', type: 'NI' })).toBeUndefined();
  const concept: CodeableConcept = {
    coding: [
      { system: 's', code: 'a' },
      { system: 's', code: 'b', display: 'B', userSelected: true },
    ],
  };
  expect(pickCoding(concept, 's')?.code).toBe('b');
  expect(pickCoding(concept, 't')).toBeUndefined();
  expect([
    conceptText(concept),
    conceptText({ text: 'T' }),
    conceptText({ coding: [{ code: 'c' }] }),
    conceptText({}),
  ]).toEqual(['B', 'T', 'c', undefined]);
});

test('pickers meet any JSON without throwing', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const shaped = fc.array(
    fc.dictionary(
      fc.constantFrom(
        'use',
        'text',
        'family',
        'given',
        'system',
        'value',
        'rank',
        'period',
        'type',
        'coding',
        'code',
        'display',
      ),
      value,
    ),
  );
  fc.assert(
    fc.property(fc.oneof(value, shaped), (json) => {
      pickName(json as never, '2026-01-01');
      pickTelecom(json as never, 'phone', '2026-01-01');
      pickIdentifier(json as never, { type: 'MR' }, '2026-01-01');
      for (const one of Array.isArray(json) ? json : [json]) {
        nameText(one as never);
        pickCoding(one as never, 's');
        conceptText(one as never);
      }
      parseDateTime(json);
    }),
  );
});

test.each([
  ['2026', { year: 2026, precision: 'year', offsetMinutes: null }],
  ['2026-11', { year: 2026, month: 11, precision: 'month', offsetMinutes: null }],
  ['2024-02-29', { year: 2024, month: 2, day: 29, precision: 'day', offsetMinutes: null }],
  [
    '2026-11-22T14:05:09+08:00',
    { year: 2026, month: 11, day: 22, hour: 14, minute: 5, second: 9, precision: 'second', offsetMinutes: 480 },
  ],
  [
    '2026-11-22T14:05:09.1239Z',
    {
      year: 2026,
      month: 11,
      day: 22,
      hour: 14,
      minute: 5,
      second: 9,
      millisecond: 123,
      precision: 'millisecond',
      offsetMinutes: 0,
    },
  ],
  [
    '2026-11-22T14:05-03:30',
    { year: 2026, month: 11, day: 22, hour: 14, minute: 5, precision: 'minute', offsetMinutes: -210 },
  ],
  [
    '2026-11-22T14:05:09',
    { year: 2026, month: 11, day: 22, hour: 14, minute: 5, second: 9, precision: 'second', offsetMinutes: null },
  ],
])('time %s', (text, expected) => {
  expect(parseDateTime(text)).toEqual(expected);
});

test.each([
  '',
  '0000',
  '2026-13',
  '2023-02-29',
  '2026-11-22T24:00:00Z',
  '2026-11-22T14:60:00Z',
  '2026-11-22T14:05:09+15:00',
  '20261122',
  '2026-11-22 14:05',
  7,
  null,
])('no time: %j', (text) => {
  expect(parseDateTime(text)).toBeNull();
});

test('an instant has seconds and a zone', () => {
  expect(parseInstant('2026-11-22T14:05:09+08:00')).toMatchObject({ second: 9, offsetMinutes: 480 });
  expect([parseInstant('2026-11-22'), parseInstant('2026-11-22T14:05:09'), parseInstant('2026-11-22T14:05Z')]).toEqual([
    null,
    null,
    null,
  ]);
});
