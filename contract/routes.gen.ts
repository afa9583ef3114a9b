// Written by tools/generate.ts from contract/*.ts; do not edit.
import type * as identity from './identity.ts';
import type * as kernel from './kernel.ts';
import type { Call } from './route.ts';

export const routes = {
  'identity.listHospitals': { method: 'GET', path: '/api/hospitals' },
  'identity.login': { method: 'POST', path: '/api/session' },
  'identity.me': { method: 'GET', path: '/api/me' },
  'identity.logout': { method: 'DELETE', path: '/api/session' },
  'identity.lock': { method: 'POST', path: '/api/session/lock' },
  'identity.switchUser': { method: 'POST', path: '/api/session/switch' },
  'identity.roster': { method: 'GET', path: '/api/wards/:wardId/roster' },
  'identity.putShift': { method: 'PUT', path: '/api/wards/:wardId/roster/shifts/:shiftId' },
  'identity.removeShift': { method: 'DELETE', path: '/api/wards/:wardId/roster/shifts/:shiftId' },
  'identity.putAbsence': { method: 'PUT', path: '/api/wards/:wardId/roster/absences/:absenceId' },
  'identity.listStaff': { method: 'GET', path: '/api/wards/:wardId/staff' },
  'kernel.readClock': { method: 'GET', path: '/api/demo/clock' },
  'kernel.advanceClock': { method: 'POST', path: '/api/demo/clock' },
  'kernel.listParked': { method: 'GET', path: '/api/ops/parked' },
  'kernel.retryParked': { method: 'POST', path: '/api/ops/parked/:eventId/retry' },
} as const;

export interface RouteTypes {
  'identity.listHospitals': Call<typeof identity.listHospitals>;
  'identity.login': Call<typeof identity.login>;
  'identity.me': Call<typeof identity.me>;
  'identity.logout': Call<typeof identity.logout>;
  'identity.lock': Call<typeof identity.lock>;
  'identity.switchUser': Call<typeof identity.switchUser>;
  'identity.roster': Call<typeof identity.roster>;
  'identity.putShift': Call<typeof identity.putShift>;
  'identity.removeShift': Call<typeof identity.removeShift>;
  'identity.putAbsence': Call<typeof identity.putAbsence>;
  'identity.listStaff': Call<typeof identity.listStaff>;
  'kernel.readClock': Call<typeof kernel.readClock>;
  'kernel.advanceClock': Call<typeof kernel.advanceClock>;
  'kernel.listParked': Call<typeof kernel.listParked>;
  'kernel.retryParked': Call<typeof kernel.retryParked>;
}
