import { expect, test } from 'vitest';
import { parseBytes } from '../../../../../protocols/hl7v2/index.ts';
import { changed, example, ZONE } from '../../../../test/hl7.ts';
import { mapAdt } from './map-adt.ts';

const NOW = new Date('2031-03-03T02:00:00Z');
const TENTH = '20310303095000';
const charge = (...pairs: [string, string][]) =>
  changed(example('tooth-extraction-charge', NOW, 'T1', 1), ...(pairs as [string, string][]));
function map(bytes: Buffer) {
  const { result } = parseBytes(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return mapAdt(result.message, { timeZone: ZONE, dispositionCodes: {}, identifierSystems: {} });
}
const at = (iso: string) => ({ kind: 'charge', visitNo: 'MZ20260031', chargedAt: new Date(iso) });
const second = (time: string, type: string): [string, string] => ['FT1|1|', `FT1|1|||${time}||${type}\rFT1|2|`];
const NOT_USED = { kind: 'ignored', reason: 'charge-not-used' };

test('a charge names the visit, the person and the instant of its last transaction', () => {
  expect(map(charge())).toMatchObject({
    ...at('2031-03-03T01:50:00Z'),
    person: { name: '孙志强', identifiers: [{ value: 'MR20260031' }] },
  });
  expect(map(charge(second('20310303095500', 'CG')))).toMatchObject(at('2031-03-03T01:55:00Z'));
  expect(map(charge(second('20310303095500', 'CD')))).toMatchObject(at('2031-03-03T01:50:00Z'));
});

test.each(['', '20310303'])('where the transaction has no hour (%o), the event counts', (said) => {
  expect(map(charge([TENTH, said]))).toMatchObject(at('2031-03-03T01:55:00Z'));
  expect(map(charge([TENTH, said], ['|||K601', '|||K601|20310303094500']))).toMatchObject(at('2031-03-03T01:45:00Z'));
});

test('a charge that can end nothing is left alone', () => {
  expect(map(charge(['PV1|1|O|', 'PV1|1|I|']))).toEqual(NOT_USED);
  expect(map(charge(['MZ20260031', '']))).toEqual(NOT_USED);
  expect(map(charge(['||CG|', '||CD|']))).toEqual(NOT_USED);
  // The class may be left out: the stay on record decides.
  expect(map(charge(['PV1|1|O|', 'PV1|1||']))).toMatchObject({ kind: 'charge' });
});

test('a time nobody can read names its place', () => {
  expect(map(charge([TENTH, 'gestern']))).toEqual({ kind: 'broken', code: 'time-unreadable', path: 'FT1[1]-4' });
});
