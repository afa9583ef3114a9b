import type { HospitalId, StaffId, WardId } from '../ids/index.ts';

/** Who acts. Patients and carers join with their own logins; a device is a feed or a meter with a key. */
export type Principal =
  | {
      readonly kind: 'staff';
      readonly hospitalId: HospitalId;
      readonly id: StaffId;
      readonly sessionId: string;
      readonly roles: readonly { readonly role: string; readonly wardId: WardId | null }[];
      /** The screen is locked: only unlocking, switching and signing out are answered. */
      readonly locked: boolean;
    }
  | {
      readonly kind: 'device';
      readonly hospitalId: HospitalId;
      readonly id: string;
      readonly permissions: readonly string[];
    }
  | { readonly kind: 'system'; readonly hospitalId: HospitalId; readonly id: null };

declare const scoped: unique symbol;

/**
 * What a principal may see in one act: made only by `identity.permit`, asked for by every store function that reads patient data.
 */
export interface Scope {
  readonly hospitalId: HospitalId;
  readonly principal: Principal;
  readonly permission: string;
  /** Wards whose patients are in reach. */
  readonly wards: 'all' | readonly WardId[];
  /** How much of a person may be shown. */
  readonly identity: 'full' | 'name-only' | 'pseudonym' | 'none';
  readonly [scoped]: true;
}

/** The staff member behind a scope; null for devices and the system itself. */
export function staffOf(scope: Scope): StaffId | null {
  return scope.principal.kind === 'staff' ? scope.principal.id : null;
}
