// Which ICD-10 codes mean which comorbidity, after Quan H et al., "Coding algorithms for defining comorbidities in
// ICD-9-CM and ICD-10 administrative data", Med Care 2005;43(11):1130-9, doi:10.1097/01.mlr.0000182534.19832.83, with
// the weights used for the LACE index (van Walraven 2010, CMAJ 182(6):551, doi:10.1503/cmaj.091117), which are not those
// of Charlson 1987. The weights come from secondary work sheets of LACE, not from the paper's own appendix; those sheets
// differ on heart failure (1 or 2; here 2) and kidney disease, so the hospital's clinicians sign this table off.

/**
 * `prefixes` are written without the dot; `I60-I69` is a range of equal length. `group`: of the conditions of one group
 * only the heaviest counts. `points` null: Quan names the condition, LACE gives it no weight; shown, never added.
 */
export type CharlsonRow = { condition: string; points: number | null; group: string; prefixes: string };

const DIABETES = ['E10', 'E11', 'E12', 'E13', 'E14'];
const withFourth = (fourths: string): string => DIABETES.flatMap((c) => [...fourths].map((d) => c + d)).join(' ');

// Quan has one list for kidney disease, LACE has two weights: work sheets call chronic kidney disease mild and end stage
// or dialysis severe. So of Quan's list the codes that say failure, stage 4 or 5, end stage, dialysis or transplant are
// severe, all others mild. N18.0 is end stage in the editions before the WHO revision of 2010, still met in China.
export const CHARLSON_TABLE = [
  { condition: 'myocardial-infarction', points: 1, group: 'myocardial-infarction', prefixes: 'I21 I22 I252' },
  {
    condition: 'heart-failure',
    points: 2,
    group: 'heart-failure',
    prefixes: 'I099 I110 I130 I132 I255 I420 I425-I429 I43 I50 P290',
  },
  {
    condition: 'peripheral-vascular',
    points: 1,
    group: 'peripheral-vascular',
    prefixes: 'I70 I71 I731 I738 I739 I771 I790 I792 K551 K558 K559 Z958 Z959',
  },
  { condition: 'cerebrovascular', points: 1, group: 'cerebrovascular', prefixes: 'G45 G46 H340 I60-I69' },
  { condition: 'dementia', points: 3, group: 'dementia', prefixes: 'F00-F03 F051 G30 G311' },
  {
    condition: 'chronic-pulmonary',
    points: 2,
    group: 'chronic-pulmonary',
    prefixes: 'I278 I279 J40-J47 J60-J67 J684 J701 J703',
  },
  {
    condition: 'connective-tissue',
    points: 3,
    group: 'connective-tissue',
    prefixes: 'M05 M06 M315 M32-M34 M351 M353 M360',
  },
  { condition: 'peptic-ulcer', points: null, group: 'peptic-ulcer', prefixes: 'K25-K28' },
  { condition: 'paralysis', points: null, group: 'paralysis', prefixes: 'G041 G114 G801 G802 G81 G82 G830-G834 G839' },
  { condition: 'diabetes-complicated', points: 2, group: 'diabetes', prefixes: withFourth('23457') },
  { condition: 'diabetes-uncomplicated', points: 1, group: 'diabetes', prefixes: withFourth('01689') },
  {
    condition: 'liver-severe',
    points: 4,
    group: 'liver-or-renal',
    prefixes: 'I850 I859 I864 I982 K704 K711 K721 K729 K765-K767',
  },
  {
    condition: 'renal-severe',
    points: 4,
    group: 'liver-or-renal',
    prefixes: 'I120 I131 N180 N184-N186 N19 Z490-Z492 Z940 Z992',
  },
  {
    condition: 'liver-mild',
    points: 2,
    group: 'liver-or-renal',
    prefixes: 'B18 K700-K703 K709 K713-K715 K717 K73 K74 K760 K762-K764 K768 K769 Z944',
  },
  { condition: 'renal-mild', points: 2, group: 'liver-or-renal', prefixes: 'N032-N037 N052-N057 N18 N250' },
  { condition: 'hiv', points: 4, group: 'hiv', prefixes: 'B20-B22 B24' },
  { condition: 'metastatic', points: 6, group: 'cancer', prefixes: 'C77-C80' },
  {
    condition: 'cancer',
    points: 2,
    group: 'cancer',
    prefixes: 'C00-C26 C30-C34 C37-C41 C43 C45-C58 C60-C76 C81-C85 C88 C90-C97',
  },
] as const satisfies readonly CharlsonRow[];

export type CharlsonCondition = (typeof CHARLSON_TABLE)[number]['condition'];

function hasPrefix(code: string, prefix: string): boolean {
  const [from = '', to] = prefix.split('-');
  if (to === undefined) return code.startsWith(from);
  const head = code.slice(0, from.length);
  return head.length === from.length && from <= head && head <= to;
}

/** The condition a code without its dot (`I252`) stands for, or null. Severe kidney codes are listed before `N18`. */
export function conditionOf(code: string): CharlsonCondition | null {
  const row = CHARLSON_TABLE.find(({ prefixes }) => prefixes.split(' ').some((prefix) => hasPrefix(code, prefix)));
  return row?.condition ?? null;
}
