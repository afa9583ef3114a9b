import { CHARLSON_TABLE, type CharlsonCondition, conditionOf } from './charlson-table.ts';

export const CHARLSON_VERSION = 'QUAN-2005+LACE-2010';

/**
 * Why an item has its points: `counted`; `superseded` by a heavier condition of its kind (metastatic over cancer);
 * `unweighted`, a Charlson condition to which LACE gives no points.
 */
export type CharlsonReason = 'counted' | 'superseded' | 'unweighted';
export type CharlsonItem = {
  condition: CharlsonCondition;
  /** The diagnosis codes as they came. */
  codes: string[];
  points: number;
  reason: CharlsonReason;
  supersededBy: CharlsonCondition | null;
};
export type CharlsonResult = {
  version: typeof CHARLSON_VERSION;
  /** Null when not one code could be read: no coded diagnosis is not the same as no disease. */
  score: number | null;
  /** True when the real score may be higher, because codes could not be read or none came. */
  lowerBound: boolean;
  items: CharlsonItem[];
  /** Codes that are not ICD-10, as they came. */
  unread: string[];
};

const BETWEEN_CODES = /[\s+*†‡,;，；、]+/;
// The Chinese national editions add digits and `x001` behind the fourth place (I21.900x001) or put an x on it (I10.x00).
const ICD10 = /^([A-Z]\d[0-9A-Z])(?:\.?([0-9A-Z])[0-9A-Z]*)?$/;

/** The four-place codes inside one entry; a dagger and asterisk pair (`E11.201+N08.3*`) is two. Empty = unreadable. */
function readEntry(entry: string): string[] {
  const parts = entry.normalize('NFKC').toUpperCase().split(BETWEEN_CODES).filter(Boolean);
  const codes: string[] = [];
  for (const part of parts) {
    const match = ICD10.exec(part);
    if (!match?.[1]) return [];
    codes.push(match[1] + (/\d/.test(match[2] ?? '') ? match[2] : ''));
  }
  return codes;
}

function itemsOf(found: ReadonlyMap<CharlsonCondition, Set<string>>): CharlsonItem[] {
  const heaviest = new Map<string, CharlsonCondition>();
  // The table lists the heavier condition of a group first, so the first one met is the one that counts.
  return CHARLSON_TABLE.flatMap(({ condition, points, group }): CharlsonItem[] => {
    const codes = found.get(condition);
    if (!codes) return [];
    const base = { condition, codes: [...codes] };
    if (points === null) return [{ ...base, points: 0, reason: 'unweighted', supersededBy: null }];
    const over = heaviest.get(group);
    if (over !== undefined) return [{ ...base, points: 0, reason: 'superseded', supersededBy: over }];
    heaviest.set(group, condition);
    return [{ ...base, points, reason: 'counted', supersededBy: null }];
  });
}

/**
 * The Charlson score as the LACE index wants it, from the ICD-10 codes of a stay and its history, each condition with
 * the codes that gave its points. Mild and severe forms, and liver and kidney of one weight, count once: LACE has one
 * line for them ("liver or renal"). Sources and the treatment of kidney disease: see `charlson-table.ts`.
 */
export function charlsonFromIcd10(codes: readonly string[]): CharlsonResult {
  const found = new Map<CharlsonCondition, Set<string>>();
  const unread = new Set<string>();
  let read = 0;
  for (const entry of codes) {
    if (entry.trim() === '') continue;
    const parsed = readEntry(entry);
    if (parsed.length === 0) unread.add(entry);
    read += parsed.length;
    for (const code of parsed) {
      const condition = conditionOf(code);
      if (condition) found.set(condition, (found.get(condition) ?? new Set()).add(entry));
    }
  }
  const items = itemsOf(found);
  return {
    version: CHARLSON_VERSION,
    score: read === 0 ? null : items.reduce((sum, item) => sum + item.points, 0),
    lowerBound: read === 0 || unread.size > 0,
    items,
    unread: [...unread],
  };
}
