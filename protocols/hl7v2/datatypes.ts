import type { Repetition } from './read.ts';

/** Component c, subcomponent s of a repetition, both from 1. */
export const part = (from: Repetition, c: number, s = 1): string | undefined => from[c - 1]?.[s - 1];

/** Hierarchic designator: who or what assigned something. */
export interface Hd {
  readonly namespace: string | undefined;
  readonly universalId: string | undefined;
  readonly universalIdType: string | undefined;
}

/** Reads an HD that fills a field (MSH-3). */
export const readHd = (from: Repetition): Hd => ({
  namespace: part(from, 1),
  universalId: part(from, 2),
  universalIdType: part(from, 3),
});

/** Reads an HD that is one component of a larger type, its parts being subcomponents. */
export const readNestedHd = (from: Repetition, component: number): Hd => ({
  namespace: part(from, component, 1),
  universalId: part(from, component, 2),
  universalIdType: part(from, component, 3),
});

/** Extended composite id with check digit (PID-3, PV1-19). */
export interface Cx {
  readonly id: string | undefined;
  readonly checkDigit: string | undefined;
  readonly authority: Hd;
  readonly type: string | undefined;
  readonly facility: Hd;
  readonly effectiveOn: string | undefined;
  readonly expiresOn: string | undefined;
}

export const readCx = (from: Repetition): Cx => ({
  id: part(from, 1),
  checkDigit: part(from, 2),
  authority: readNestedHd(from, 4),
  type: part(from, 5),
  facility: readNestedHd(from, 6),
  effectiveOn: part(from, 7),
  expiresOn: part(from, 8),
});

/** Extended telecommunication number (PID-13, NK1-5). */
export interface Xtn {
  /** The number as one text: component 1, else 12, else composed of country, area and local number. */
  readonly number: string | undefined;
  readonly use: string | undefined;
  readonly equipment: string | undefined;
  readonly address: string | undefined;
  readonly extension: string | undefined;
}

export function readXtn(from: Repetition): Xtn {
  const composed = [part(from, 5), part(from, 6), part(from, 7)].filter((piece) => piece !== undefined).join(' ');
  return {
    number: part(from, 1) ?? part(from, 12) ?? (composed || undefined),
    use: part(from, 2),
    equipment: part(from, 3),
    address: part(from, 4),
    extension: part(from, 8),
  };
}

/** Person location (PV1-3). */
export interface Pl {
  readonly pointOfCare: string | undefined;
  readonly room: string | undefined;
  readonly bed: string | undefined;
  readonly facility: Hd;
  readonly building: string | undefined;
  readonly floor: string | undefined;
  readonly description: string | undefined;
}

export const readPl = (from: Repetition): Pl => ({
  pointOfCare: part(from, 1),
  room: part(from, 2),
  bed: part(from, 3),
  facility: readNestedHd(from, 4),
  building: part(from, 7),
  floor: part(from, 8),
  description: part(from, 9),
});

/** Coded element, with or without exceptions: CE and CWE share their first six components. */
export interface Cwe {
  readonly code: string | undefined;
  readonly text: string | undefined;
  readonly system: string | undefined;
  readonly alternateCode: string | undefined;
  readonly alternateText: string | undefined;
  readonly alternateSystem: string | undefined;
  readonly originalText: string | undefined;
}

export const readCwe = (from: Repetition): Cwe => ({
  code: part(from, 1),
  text: part(from, 2),
  system: part(from, 3),
  alternateCode: part(from, 4),
  alternateText: part(from, 5),
  alternateSystem: part(from, 6),
  originalText: part(from, 9),
});

/** Message type (MSH-9). Before version 2.3.1 there is no structure, and an ACK may have no trigger. */
export interface Msg {
  readonly type: string | undefined;
  readonly trigger: string | undefined;
  readonly structure: string | undefined;
}

export const readMsg = (from: Repetition): Msg => ({
  type: part(from, 1),
  trigger: part(from, 2),
  structure: part(from, 3),
});
