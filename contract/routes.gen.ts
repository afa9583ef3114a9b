// Written by tools/generate.ts from the contract. Do not edit.
import type * as identity from './identity.ts';
import type * as kernel from './kernel.ts';
import type { Call } from './route.ts';

export const routes = {
  'identity.listHospitals': { method: 'GET', path: '/api/hospitals', access: 'public' },
  'identity.listStaff': { method: 'GET', path: '/api/wards/:wardId/staff', access: 'identity.roster.read' },
  'identity.lock': { method: 'POST', path: '/api/session/lock', access: 'identity.me' },
  'identity.login': { method: 'POST', path: '/api/session', access: 'public' },
  'identity.logout': { method: 'DELETE', path: '/api/session', access: 'identity.me' },
  'identity.me': { method: 'GET', path: '/api/me', access: 'identity.me' },
  'identity.putAbsence': { method: 'PUT', path: '/api/wards/:wardId/roster/absences/:absenceId', access: 'identity.roster.write' },
  'identity.putShift': { method: 'PUT', path: '/api/wards/:wardId/roster/shifts/:shiftId', access: 'identity.roster.write' },
  'identity.removeShift': { method: 'DELETE', path: '/api/wards/:wardId/roster/shifts/:shiftId', access: 'identity.roster.write' },
  'identity.roster': { method: 'GET', path: '/api/wards/:wardId/roster', access: 'identity.roster.read' },
  'identity.switchUser': { method: 'POST', path: '/api/session/switch', access: 'public' },
  'kernel.advanceClock': { method: 'POST', path: '/api/demo/clock', access: 'demo.clock' },
  'kernel.listParked': { method: 'GET', path: '/api/ops/parked', access: 'ops.parked' },
  'kernel.readClock': { method: 'GET', path: '/api/demo/clock', access: 'demo.clock' },
  'kernel.retryParked': { method: 'POST', path: '/api/ops/parked/:eventId/retry', access: 'ops.parked' },
} as const;

export interface RouteTypes {
  'identity.listHospitals': Call<typeof identity.listHospitals>;
  'identity.listStaff': Call<typeof identity.listStaff>;
  'identity.lock': Call<typeof identity.lock>;
  'identity.login': Call<typeof identity.login>;
  'identity.logout': Call<typeof identity.logout>;
  'identity.me': Call<typeof identity.me>;
  'identity.putAbsence': Call<typeof identity.putAbsence>;
  'identity.putShift': Call<typeof identity.putShift>;
  'identity.removeShift': Call<typeof identity.removeShift>;
  'identity.roster': Call<typeof identity.roster>;
  'identity.switchUser': Call<typeof identity.switchUser>;
  'kernel.advanceClock': Call<typeof kernel.advanceClock>;
  'kernel.listParked': Call<typeof kernel.listParked>;
  'kernel.readClock': Call<typeof kernel.readClock>;
  'kernel.retryParked': Call<typeof kernel.retryParked>;
}
