import type { EscalationLevel } from '../../../../contract/worklist.ts';

/** What of an item its chain and its clock depend on. */
export interface Escalating {
  readonly state: 'open' | 'snoozed' | 'suspended' | 'done' | 'cancelled';
  readonly taken: boolean;
  /** Minutes each level has to take it; null: only the due time counts. */
  readonly ackMinutes: number | null;
  readonly level: EscalationLevel;
  readonly levelSince: Date;
  /** How often somebody at the last level has been asked. */
  readonly rounds: number;
  readonly windowFrom: Date | null;
  readonly dueAt: Date;
  readonly overdueAt: Date | null;
  readonly snoozedUntil: Date | null;
}

/** Who is there at this moment. `owner` is the owner, or their cover, or null where neither is present. */
export interface RosterFacts {
  readonly owner: string | null;
  readonly nurses: readonly string[];
  readonly heads: readonly string[];
  readonly doctors: readonly string[];
}

export interface NextStep {
  readonly state: Escalating['state'];
  readonly level: EscalationLevel;
  /** The level's clock was started anew. */
  readonly moved: boolean;
  readonly rounds: number;
  /** Staff to ask now, beside the owner; empty where nothing has changed. */
  readonly ask: readonly string[];
  /** The item misses its time now, for the first time. */
  readonly becameOverdue: boolean;
  /** Next instant at which the item needs a look; null when it needs none. */
  readonly wakeAt: Date | null;
}

const CHAIN: readonly EscalationLevel[] = ['owner', 'nurses-on-duty', 'head-nurse', 'doctor-on-duty'];
const LAST: EscalationLevel = 'doctor-on-duty';
/** Everybody has been asked twice: a third call every half hour only teaches people not to listen. */
const ROUNDS = 2;
const AFTER_ROUNDS_MINUTES = 240;

/** The people of a level. */
export function peopleOf(level: EscalationLevel, facts: RosterFacts): readonly string[] {
  switch (level) {
    case 'owner':
      return facts.owner ? [facts.owner] : [];
    case 'nurses-on-duty':
      return facts.nurses;
    case 'head-nurse':
      return facts.heads;
    case 'doctor-on-duty':
      return facts.doctors;
  }
}

/** The first level, this one or a later one, at which somebody is there; the last level where nobody is anywhere. */
export function firstStaffed(from: EscalationLevel, facts: RosterFacts): EscalationLevel {
  const later = CHAIN.slice(CHAIN.indexOf(from));
  return later.find((level) => peopleOf(level, facts).length > 0) ?? LAST;
}

/** Times the last level has been asked once `asked` were asked at `level`; asking nobody is no round. */
export function roundsAfter(rounds: number, level: EscalationLevel, asked: readonly string[]): number {
  return level === LAST && asked.length > 0 ? Math.min(rounds + 1, ROUNDS) : rounds;
}

/**
 * What time does to an item. An item with a chain that nobody has taken goes up one staffed level each `ackMinutes`, each level
 * with its own clock from the moment it was asked; a level where only the owner is would ask the same person twice and is passed
 * over. At the last level everybody is asked again, after the second time every four hours only. At its due time any item goes to
 * the head nurses (the doctor on duty where there is none) and is counted once, taken or not.
 */
export function nextEscalation(item: Escalating, facts: RosterFacts, now: Date): NextStep {
  if (item.state !== 'open' && item.state !== 'snoozed') return still(item);
  const state = item.state === 'snoozed' && after(item.snoozedUntil, now) ? 'snoozed' : 'open';
  const chained = state === 'open' && !item.taken && item.ackMinutes !== null;
  const expired = chained && deadline(item, item.levelSince) <= now.getTime();
  const level = expired ? nextLevel(item.level, facts) : item.level;
  const becameOverdue = item.overdueAt === null && item.dueAt.getTime() <= now.getTime();
  const chain = expired ? (level === item.level ? everybody(facts) : peopleOf(level, facts)) : [];
  const rounds = roundsAfter(item.rounds, level, chain);
  const asked = [...chain, ...(becameOverdue ? (facts.heads.length > 0 ? facts.heads : facts.doctors) : [])];
  const next: Escalating = {
    ...item,
    state,
    level,
    levelSince: expired ? now : item.levelSince,
    rounds,
    overdueAt: becameOverdue ? now : item.overdueAt,
    windowFrom: after(item.windowFrom, now) ? item.windowFrom : null,
  };
  return {
    state,
    level,
    moved: expired,
    rounds,
    ask: [...new Set(asked)],
    becameOverdue,
    wakeAt: wakeAtOf(next),
  };
}

/** The earliest instant, past or ahead, at which time does something to an item; null when it does nothing any more. */
export function wakeAtOf(item: Escalating): Date | null {
  if (item.state !== 'open' && item.state !== 'snoozed') return null;
  const chained = item.state === 'open' && !item.taken && item.ackMinutes !== null;
  const instants = [
    chained ? new Date(deadline(item, item.levelSince)) : null,
    item.overdueAt === null ? item.dueAt : null,
    item.state === 'snoozed' ? item.snoozedUntil : null,
    // The owner is looked at again when the window opens: leave may have begun since.
    item.windowFrom,
  ].flatMap((at) => (at ? [at.getTime()] : []));
  return instants.length > 0 ? new Date(Math.min(...instants)) : null;
}

function nextLevel(level: EscalationLevel, facts: RosterFacts): EscalationLevel {
  const next = CHAIN[CHAIN.indexOf(level) + 1];
  if (!next) return level;
  const staffed = firstStaffed(next, facts);
  const onlyOwner = peopleOf(staffed, facts).every((one) => one === facts.owner);
  return onlyOwner && staffed !== LAST ? nextLevel(staffed, facts) : staffed;
}

function everybody(facts: RosterFacts): readonly string[] {
  return [...(facts.owner ? [facts.owner] : []), ...facts.nurses, ...facts.heads, ...facts.doctors];
}

function deadline(item: Escalating, since: Date): number {
  const own = item.ackMinutes ?? 0;
  const minutes = item.level === LAST && item.rounds >= ROUNDS ? Math.max(own, AFTER_ROUNDS_MINUTES) : own;
  return since.getTime() + minutes * 60_000;
}

function after(at: Date | null, now: Date): boolean {
  return at !== null && at.getTime() > now.getTime();
}

function still(item: Escalating): NextStep {
  return {
    state: item.state,
    level: item.level,
    moved: false,
    rounds: item.rounds,
    ask: [],
    becameOverdue: false,
    wakeAt: null,
  };
}
