import { expect, test } from 'vitest';
import { MeasureCode } from '../../../../contract/monitoring.ts';
import { MEASURES, measureOf } from './measures.ts';
import { plausibilityOf, toOwnUnit } from './units.ts';

function known(code: string) {
  const measure = measureOf(code);
  if (!measure) throw new Error(`no measure ${code}`);
  return measure;
}
const temperature = known('8310-5');
const pain = known('72514-3');

test('a unit of another measure is refused', () => {
  expect(toOwnUnit(temperature, '38.0', 'kg')).toBeNull();
  expect(toOwnUnit(known('8480-6'), '16', 'kPa')).toBeNull();
  expect(measureOf('2708-6')).toBeNull();
});
test.each([
  ['8310-5', '100.4', '[degF]', '38.0'],
  ['8310-5', '101.3', '[degF]', '38.5'],
  ['8310-5', '101.2', '[degF]', '38.44'],
  ['29463-7', '150', '[lb_av]', '68.04'],
  ['14743-9', '126', 'mg/dL', '6.99'],
  ['14743-9', '53', 'mg/dL', '2.94'],
])('%s %s %s is %s', (code, value, unit, own) => {
  expect(toOwnUnit(known(code), value, unit)).toEqual({ value: own, given: { value, unit } });
});
test('what needs no conversion keeps its digits', () => {
  expect(toOwnUnit(known('29463-7'), '62.00', 'kg')).toEqual({ value: '62.00', given: null });
});
test.each([
  [temperature, '33.9', 'ask-again'],
  [temperature, '34', 'fine'],
  [temperature, '43.0', 'fine'],
  [temperature, '43.1', 'ask-again'],
  [temperature, '385', 'impossible'],
  [pain, '10', 'fine'],
  [pain, '7.5', 'impossible'],
  [pain, '11', 'impossible'],
  [pain, '-1', 'impossible'],
  [known('59408-5'), '69', 'ask-again'],
  [known('59408-5'), '101', 'impossible'],
  [known('14743-9'), '34', 'ask-again'],
] as const)('%o %s is %s', (measure, value, met) => {
  expect(plausibilityOf(measure, value, null)).toBe(met);
});
test('a narrower range of the pack is asked first, a wider one changes nothing', () => {
  expect(plausibilityOf(temperature, '35', { min: 35.5, max: 42 })).toBe('ask-again');
  expect(plausibilityOf(temperature, '30', { min: 20, max: 50 })).toBe('ask-again');
});
test('the catalogue and the contract name the same measures, each with sound ranges', () => {
  expect(MEASURES.map((measure) => measure.code).sort()).toEqual([...MeasureCode.options].sort());
  for (const { possible, plausible } of MEASURES) {
    expect(plausible.low).toBeGreaterThanOrEqual(possible.low);
    expect(plausible.high).toBeLessThanOrEqual(possible.high);
  }
});
