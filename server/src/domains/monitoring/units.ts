import type { MeasureKind } from './measures.ts';

/** mg/dL per mmol/L of glucose: its molar mass, 180.156 g/mol, in tenths of a litre. */
const GLUCOSE_MG_PER_DL = 18.0156;
/** Kilograms in a pound (international yard and pound agreement, 1959). */
const KG_PER_POUND = 0.45359237;

const TO_OWN: Readonly<Record<string, (value: number) => number>> = {
  'Cel<[degF]': (value) => ((value - 32) * 5) / 9,
  'kg<[lb_av]': (value) => value * KG_PER_POUND,
  'mmol/L<mg/dL': (value) => value / GLUCOSE_MG_PER_DL,
};

/** A figure in the measure's own unit, its digits kept; `given` is set where it was converted. */
export interface Figure {
  readonly value: string;
  readonly given: { readonly value: string; readonly unit: string } | null;
}

/**
 * Brings a figure into the measure's own unit, once. What already is in that unit keeps its digits; what is converted is rounded to
 * two decimals, so that 101.3 °F is 38.5 °C and no threshold is crossed by rounding to one. Null for a unit the measure does not know.
 */
export function toOwnUnit(measure: MeasureKind, value: string, unit: string): Figure | null {
  if (unit === measure.unit) return { value, given: null };
  const convert = measure.otherUnits.includes(unit) ? TO_OWN[`${measure.unit}<${unit}`] : undefined;
  if (!convert) return null;
  const rounded = convert(Number(value)).toFixed(2);
  const short = Number(rounded).toFixed(measure.decimals);
  return { value: Number(short) === Number(rounded) ? short : rounded, given: { value, unit } };
}

/** How a figure in the measure's own unit is met: stored, asked again, or refused because the scale has no such value. */
export function plausibilityOf(
  measure: MeasureKind,
  value: string,
  packRange: { min: number; max: number } | null,
): 'fine' | 'ask-again' | 'impossible' {
  const figure = Number(value);
  const whole = measure.unit !== '{score}' || Number.isInteger(figure);
  if (!whole || figure < measure.possible.low || figure > measure.possible.high) return 'impossible';
  const low = Math.max(measure.plausible.low, packRange?.min ?? measure.plausible.low);
  const high = Math.min(measure.plausible.high, packRange?.max ?? measure.plausible.high);
  return figure < low || figure > high ? 'ask-again' : 'fine';
}
