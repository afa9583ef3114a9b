import type { Role } from '../../../../contract/identity.ts';

/** How much of a person a role may be shown. */
export type IdentityShown = 'full' | 'name-only' | 'pseudonym' | 'none';

interface RoleRule {
  /** Permissions of the role; each is named by a route. */
  readonly may: readonly string[];
  readonly shown: IdentityShown;
}

/** The clock of a demo hospital may be moved by anyone; of any other hospital by nobody (its route answers 404). */
const EVERYONE = ['identity.me', 'demo.clock'] as const;
/** Reading a patient's record and working on it. */
const CARE = [
  'patients.read',
  'patients.write',
  'patients.consent',
  'patients.hold',
  'encounters.read',
  'encounters.write',
  'careplans.read',
  'careplans.write',
  'worklist.read',
  'worklist.work',
  'calls.read',
  'calls.work',
  'monitoring.read',
  'monitoring.record',
  'monitoring.resolve',
  'channels.read',
  'timeline.read',
  'content.read',
  'identity.roster.read',
] as const;

/**
 * Which role may do what, in one place. A role that is not named for a permission does not have it. Marketing and directors see
 * figures only, which come with their issue: here they may do nothing but sign in.
 */
export const ROLES: Readonly<Record<Role, RoleRule>> = {
  nurse: { may: [...EVERYONE, ...CARE], shown: 'full' },
  'head-nurse': {
    may: [...EVERYONE, ...CARE, 'identity.roster.write', 'worklist.assign', 'content.review'],
    shown: 'full',
  },
  doctor: { may: [...EVERYONE, ...CARE, 'content.review'], shown: 'full' },
  'rehabilitation-therapist': { may: [...EVERYONE, ...CARE], shown: 'full' },
  dietitian: { may: [...EVERYONE, ...CARE], shown: 'full' },
  'case-manager': { may: [...EVERYONE, ...CARE, 'worklist.assign'], shown: 'full' },
  'customer-service': {
    may: [
      ...EVERYONE,
      'patients.read',
      // They speak with families: whoever stops contact at the telephone must be able to bring it back.
      'patients.hold',
      'encounters.read',
      'worklist.read',
      'worklist.work',
      'calls.read',
      'calls.work',
      'channels.read',
      'identity.roster.read',
    ],
    shown: 'full',
  },
  desk: { may: [...EVERYONE, 'encounters.join-card'], shown: 'name-only' },
  operator: { may: [...EVERYONE, 'content.read'], shown: 'pseudonym' },
  marketing: { may: [...EVERYONE], shown: 'none' },
  quality: { may: [...EVERYONE, 'content.read', 'content.review', 'identity.roster.read'], shown: 'none' },
  director: { may: [...EVERYONE], shown: 'none' },
  'integration-engineer': { may: [...EVERYONE, 'intake.read', 'intake.correct', 'ops.parked'], shown: 'full' },
  administrator: {
    may: [
      ...EVERYONE,
      'identity.roster.read',
      'identity.roster.write',
      'channels.gate',
      'content.read',
      'content.review',
      'content.import',
      'ops.parked',
      'intake.read',
    ],
    shown: 'none',
  },
};

/** Everything any role may do: what routes may name. */
export const PERMISSIONS: readonly string[] = [...new Set(Object.values(ROLES).flatMap((rule) => rule.may))];

const DEGREES: readonly IdentityShown[] = ['none', 'pseudonym', 'name-only', 'full'];

/** The fuller of two degrees of showing. */
export function fuller(a: IdentityShown, b: IdentityShown): IdentityShown {
  return DEGREES.indexOf(a) >= DEGREES.indexOf(b) ? a : b;
}
