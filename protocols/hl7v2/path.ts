/** A place in a message. Occurrences, fields, repetitions, components and subcomponents count from 1, as in HL7's texts. */
export interface Path {
  readonly segment: string;
  readonly occurrence: number;
  readonly field: number;
  readonly repetition: number;
  /** null: the path stops at the field. */
  readonly component: number | null;
  readonly subcomponent: number | null;
}

const PATTERN = /^([A-Z][A-Z0-9]{2})(?:\[(\d{1,4})\])?-(\d{1,3})(?:\[(\d{1,4})\])?(?:\.(\d{1,3})(?:\.(\d{1,3}))?)?$/;

/** Reads `PV1-45`, `PID-5.1`, `PID-3[2].4.2`, `OBX[3]-5`. Returns null for anything else. */
export function parsePath(text: string): Path | null {
  const found = PATTERN.exec(text);
  if (found === null) return null;
  const number = (group: number): number | null => (found[group] === undefined ? null : Number(found[group]));
  const path: Path = {
    segment: found[1] ?? '',
    occurrence: number(2) ?? 1,
    field: number(3) ?? 0,
    repetition: number(4) ?? 1,
    component: number(5),
    subcomponent: number(6),
  };
  const counts = [path.occurrence, path.field, path.repetition, path.component ?? 1, path.subcomponent ?? 1];
  return counts.every((count) => count >= 1) ? path : null;
}
