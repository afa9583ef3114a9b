import type { MeasureCode } from '../../../../contract/monitoring.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}

/** A measure the house knows: its LOINC code, its unit in UCUM, and which figures are asked again. */
export interface MeasureKind {
  readonly code: MeasureCode;
  readonly kind: string;
  readonly unit: string;
  readonly decimals: number;
  /** Other units a figure may be given in; converted once, at the edge. */
  readonly otherUnits: readonly string[];
  /** A figure outside is no value of this scale at all and cannot be confirmed. */
  readonly possible: Range;
  /** A figure outside is asked again and stored once confirmed. A pack's own range, where narrower, is asked first. */
  readonly plausible: Range;
}

/**
 * Codes and units are those of the FHIR vital-signs profile (https://hl7.org/fhir/R4/observation-vitalsigns.html), glucose and pain
 * by LOINC. The plausible ranges find slips of the finger and never judge: beside each stands where it comes from. They lie within
 * the ranges Harutyunyan et al. (Sci Data 2019;6:96, variable_ranges.csv) take for valid in intensive care, which are too wide at home.
 */
export const MEASURES: readonly MeasureKind[] = [
  {
    code: '8310-5',
    kind: 'temperature',
    unit: 'Cel',
    decimals: 1,
    otherUnits: ['[degF]'],
    possible: { low: 0, high: 60 },
    // The range the packs give for a thermometer in the armpit (content/knee-replacement/measure.yaml).
    plausible: { low: 34, high: 43 },
  },
  {
    code: '72514-3',
    kind: 'pain',
    unit: '{score}',
    decimals: 0,
    otherUnits: [],
    // A numeric rating scale has no other values.
    possible: { low: 0, high: 10 },
    plausible: { low: 0, high: 10 },
  },
  {
    code: '29463-7',
    kind: 'weight',
    unit: 'kg',
    decimals: 1,
    otherUnits: ['[lb_av]'],
    possible: { low: 0.1, high: 700 },
    // Upper end as in Harutyunyan et al.; the lower one is a proposal for grown patients, to be signed by the hospital.
    plausible: { low: 20, high: 250 },
  },
  {
    code: '8480-6',
    kind: 'systolic',
    unit: 'mm[Hg]',
    decimals: 0,
    otherUnits: [],
    possible: { low: 1, high: 400 },
    // What upper-arm monitors for the home can show (maker's data of Omron X7: systolic 60-260, diastolic 40-215, pulse 40-180).
    plausible: { low: 60, high: 260 },
  },
  {
    code: '8462-4',
    kind: 'diastolic',
    unit: 'mm[Hg]',
    decimals: 0,
    otherUnits: [],
    possible: { low: 1, high: 400 },
    plausible: { low: 40, high: 215 },
  },
  {
    code: '8867-4',
    kind: 'heart-rate',
    unit: '/min',
    decimals: 0,
    otherUnits: [],
    possible: { low: 0, high: 400 },
    plausible: { low: 40, high: 180 },
  },
  {
    code: '59408-5',
    kind: 'oxygen-saturation',
    unit: '%',
    decimals: 0,
    otherUnits: [],
    possible: { low: 0, high: 100 },
    // Oximeters declare their accuracy for 70-100 % (ISO 80601-2-61): below it the finger is tried again.
    plausible: { low: 70, high: 100 },
  },
  {
    code: '14743-9',
    kind: 'glucose',
    unit: 'mmol/L',
    decimals: 1,
    otherUnits: ['mg/dL'],
    possible: { low: 0, high: 150 },
    // What meters for the home can show (maker's data of Accu-Chek Guide: 0.6-33.3 mmol/L).
    plausible: { low: 0.6, high: 33.3 },
  },
];

const BY_CODE = new Map<string, MeasureKind>(MEASURES.map((measure) => [measure.code, measure]));

/** The measure of a LOINC code; null where the house does not know it. */
export function measureOf(code: string): MeasureKind | null {
  return BY_CODE.get(code) ?? null;
}
