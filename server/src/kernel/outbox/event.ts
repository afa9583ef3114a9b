import type { HospitalId } from '../ids/index.ts';

/** Values an event may carry: ids, codes, numbers and times; never a name, a phone or a text a person wrote. */
export type EventValue = string | number | boolean | null | readonly string[];

/** A fact told to the domains downstream. */
export interface DomainEvent<P extends Record<string, EventValue> = Record<string, EventValue>> {
  readonly hospitalId: HospitalId;
  readonly id: string;
  /** Events of one lane reach a handler one after another: the patient where there is one, else the aggregate. */
  readonly lane: string;
  readonly type: string;
  readonly version: number;
  readonly payload: P;
  /** Hospital time at which it happened. */
  readonly occurredAt: Date;
}
