import { addDays, type CivilDate, civilDate, daysBetween, hoursBetween, type Zone } from '../../kernel/time/index.ts';
import type { MeasureRule, ProgrammeEntry } from '../content/index.ts';

/** A reading as rules see it; `value` in the unit of its measure. */
export interface Judged {
  readonly id: string;
  readonly value: number;
  readonly at: Date;
}

/** The rules of one programme and what their days are counted from. */
export interface InForce {
  readonly slug: string;
  readonly programme: readonly ProgrammeEntry[];
  readonly rules: readonly MeasureRule[];
  readonly dischargeOn: CivilDate;
  readonly surgeryOn: CivilDate | null;
}

/** A rule that fired and the readings it fired on, oldest first. */
export interface Hit {
  readonly rule: MeasureRule;
  readonly evidence: readonly string[];
}

const HOUR_MS = 3_600_000;

/**
 * Judges one reading among the readings of the same measure around it. Several rules may fire: the reddest counts, among equals the
 * one that asks for the quickest answer, then the order of the pack. `around` may hold the reading itself. Null where nothing fires.
 */
export function judge(
  inForce: readonly InForce[],
  loinc: string,
  reading: Judged,
  around: readonly Judged[],
  zone: Zone,
): Hit | null {
  const readings = [...around.filter((one) => one.id !== reading.id), reading].sort((a, b) => +a.at - +b.at);
  const hits = inForce.flatMap((pack) =>
    rulesFor(pack, loinc, civilDate(reading.at, zone)).flatMap((rule) => {
      const evidence = evidenceFor(rule, reading, readings, zone);
      return evidence ? [{ rule, evidence }] : [];
    }),
  );
  return hits.sort((a, b) => redness(a.rule) - redness(b.rule) || a.rule.ackMinutes - b.rule.ackMinutes)[0] ?? null;
}

/** The rules of a measure in force on a civil day: day 0 is the anchor's own day, `toDay` is included. */
export function rulesFor(pack: InForce, loinc: string, on: CivilDate): MeasureRule[] {
  const codes = new Set(pack.programme.filter((entry) => entry.loinc === loinc).map((entry) => entry.code));
  return pack.rules.filter((rule) => {
    if (!codes.has(rule.code)) return false;
    // Without a date of operation the stay's end stands in: a rule that never applies would be the greater danger.
    const anchor = rule.anchor === 'surgery' ? (pack.surgeryOn ?? pack.dischargeOn) : pack.dischargeOn;
    const day = daysBetween(anchor, on);
    return day >= rule.fromDay && (rule.toDay === null || day <= rule.toDay);
  });
}

/** How far around a reading its rules look, in hours; nothing older or later is read. */
export function reachHours(rules: readonly MeasureRule[]): { before: number; after: number } {
  const reach = { before: 0, after: 0 };
  for (const rule of rules) {
    if (rule.kind === 'repeat') {
      reach.before = Math.max(reach.before, rule.withinHours);
      reach.after = Math.max(reach.after, rule.withinHours);
    } else if (rule.kind === 'rising-days') {
      reach.before = Math.max(reach.before, (rule.forDays + 1) * 24);
      reach.after = Math.max(reach.after, 24);
    }
  }
  return reach;
}

/** True where `value` compares with `limit` as the rule says. */
export function compares(op: MeasureRule['op'], value: number, limit: number): boolean {
  switch (op) {
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
    case '<=':
      return value <= limit;
    case '<':
      return value < limit;
    default:
      return op satisfies never;
  }
}

function evidenceFor(
  rule: MeasureRule,
  reading: Judged,
  readings: readonly Judged[],
  zone: Zone,
): readonly string[] | null {
  switch (rule.kind) {
    case 'threshold':
      return compares(rule.op, reading.value, rule.value) ? [reading.id] : null;
    case 'repeat':
      return repeated(rule, reading, readings);
    case 'rising-days':
      return rising(rule, reading, readings, zone);
    default:
      return rule satisfies never;
  }
}

/** `forReadings` that compare within `withinHours` (ends included), this reading among them; it may be told after a later one. */
function repeated(
  rule: Extract<MeasureRule, { kind: 'repeat' }>,
  reading: Judged,
  readings: readonly Judged[],
): readonly string[] | null {
  if (!compares(rule.op, reading.value, rule.value)) return null;
  const high = readings.filter((one) => compares(rule.op, one.value, rule.value));
  for (let from = 0; from + rule.forReadings <= high.length; from += 1) {
    const run = high.slice(from, from + rule.forReadings);
    const [first, last] = [run[0], run.at(-1)];
    const close = first && last && hoursBetween(first.at, last.at) <= rule.withinHours;
    if (close && run.some((one) => one.id === reading.id)) return run.map((one) => one.id);
  }
  return null;
}

/** The highest of the reading's day compares, and each of the last `forDays` days was above the day before. A day without a reading breaks it. */
function rising(
  rule: Extract<MeasureRule, { kind: 'rising-days' }>,
  reading: Judged,
  readings: readonly Judged[],
  zone: Zone,
): readonly string[] | null {
  const highest = new Map<CivilDate, Judged>();
  for (const one of readings) {
    const day = civilDate(one.at, zone);
    const before = highest.get(day);
    if (!before || one.value > before.value) highest.set(day, one);
  }
  const today = civilDate(reading.at, zone);
  const days = Array.from({ length: rule.forDays + 1 }, (_, back) => highest.get(addDays(today, back - rule.forDays)));
  const known = days.filter((day) => day !== undefined);
  const top = known.at(-1);
  if (known.length !== days.length || !top || !compares(rule.op, top.value, rule.value)) return null;
  const rises = known.every((day, index) => index === 0 || day.value > (known[index - 1]?.value ?? day.value));
  return rises ? known.map((day) => day.id) : null;
}

function redness(rule: MeasureRule): number {
  return rule.severity === 'red' ? 0 : 1;
}

/**
 * The figures between which no single reading of a measure raises an alert, ends included; for the band of a chart. `decimals` gives
 * the step below a `>=`.
 */
export function boundsOf(rules: readonly MeasureRule[], decimals: number): { low: number | null; high: number | null } {
  const step = 10 ** -decimals;
  const bounds: { low: number | null; high: number | null } = { low: null, high: null };
  for (const rule of rules) {
    if (rule.kind !== 'threshold') continue;
    const strict = rule.op === '>' || rule.op === '<';
    const edge = Number((rule.value + (strict ? 0 : rule.op === '>=' ? -step : step)).toFixed(decimals));
    if (rule.op === '>=' || rule.op === '>') bounds.high = Math.min(bounds.high ?? edge, edge);
    else bounds.low = Math.max(bounds.low ?? edge, edge);
  }
  return bounds;
}

/** True while a reading is recent enough to raise an alert: what is told later is recorded as history. */
export function isRecent(at: Date, now: Date): boolean {
  // A call comes up to three days after discharge (AHRQ RED, 48-72 h) and asks about the days since.
  return now.getTime() - at.getTime() <= 72 * HOUR_MS;
}
