/** What places an item in the list before its clock is looked at. */
export interface Pressing {
  /** 0 ordinary, 1 watch, 2 late or worrying, 3 danger to a person. */
  readonly urgency: 0 | 1 | 2 | 3;
  /** LACE (0–19) of the stay; null where none could be computed. */
  readonly risk: number | null;
}

/** LACE of 10 or more is high, 5 to 9 moderate: the bands `encounters` explains. Within a band the clock decides. */
export function riskBand(risk: number | null): 0 | 1 | 2 {
  if (risk === null || risk < 5) return 0;
  return risk < 10 ? 1 : 2;
}

/**
 * Sort key of the list, lowest first: urgency, then band of risk. The hours left are the next column of the index (`due_at`),
 * so a list never sorts and its order does not change while time passes.
 */
export function rankOf({ urgency, risk }: Pressing): number {
  return (3 - urgency) * 10 + (2 - riskBand(risk));
}
