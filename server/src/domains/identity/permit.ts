import { Role } from '../../../../contract/identity.ts';
import type { Principal, Scope } from '../../kernel/access/index.ts';
import { forbidden } from '../../kernel/http/index.ts';
import type { HospitalId, WardId } from '../../kernel/ids/index.ts';
import { fuller, type IdentityShown, ROLES } from './permissions.ts';

/**
 * The only maker of a Scope: what this principal may see under `permission`. A role bound to a ward reaches that ward, a role
 * without one the whole hospital. Throws forbidden where no role gives the permission.
 */
export function permit(principal: Principal, permission: string): Scope {
  switch (principal.kind) {
    case 'staff':
      return permitStaff(principal, permission);
    case 'device':
      if (!principal.permissions.includes(permission)) throw forbidden();
      return scope(principal, permission, 'all', 'full');
    case 'system':
      return scope(principal, permission, 'all', 'full');
  }
}

/** The scope of the house itself, for event handlers and jobs. */
export function systemScope(hospitalId: HospitalId): Scope {
  return scope({ kind: 'system', hospitalId, id: null }, 'system', 'all', 'full');
}

/** Every permission the roles of a staff member give together. */
export function permissionsOf(principal: Extract<Principal, { kind: 'staff' }>): string[] {
  return [...new Set(principal.roles.flatMap(({ role }) => ROLES[Role.parse(role)].may))].sort();
}

/** True where the scope reaches the ward; a patient without a ward is in reach of the whole hospital's roles only. */
export function reachesWard(scope: Scope, wardId: WardId | string | null): boolean {
  return scope.wards === 'all' || (wardId !== null && scope.wards.includes(wardId as WardId));
}

function permitStaff(principal: Extract<Principal, { kind: 'staff' }>, permission: string): Scope {
  const giving = principal.roles.filter(({ role }) => ROLES[Role.parse(role)].may.includes(permission));
  if (giving.length === 0) throw forbidden();
  const wards = giving.some(({ wardId }) => wardId === null)
    ? 'all'
    : giving.flatMap(({ wardId }) => (wardId ? [wardId] : []));
  const shown = giving.reduce<IdentityShown>((most, { role }) => fuller(most, ROLES[Role.parse(role)].shown), 'none');
  return scope(principal, permission, wards, shown);
}

function scope(principal: Principal, permission: string, wards: Scope['wards'], identity: IdentityShown): Scope {
  return { hospitalId: principal.hospitalId, principal, permission, wards, identity } as Scope;
}
