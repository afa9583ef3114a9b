import { z } from 'zod';
import { CivilDate, Id, Instant } from './common.ts';
import { route } from './route.ts';

/** Roles of the staff; what each may do is written in server/src/domains/identity/permissions.ts. */
export const Role = z.enum([
  'nurse',
  'head-nurse',
  'doctor',
  'rehabilitation-therapist',
  'dietitian',
  'case-manager',
  'customer-service',
  'desk',
  'operator',
  'marketing',
  'quality',
  'director',
  'integration-engineer',
  'administrator',
]);
export type Role = z.infer<typeof Role>;

export const Ward = z.object({ id: Id, code: z.string(), name: z.string(), phone: z.string().nullable() });
export const StaffRef = z.object({ id: Id, staffNo: z.string(), name: z.string() });

export const Me = z.object({
  staff: StaffRef.extend({ roles: z.array(Role) }),
  hospital: z.object({ id: Id, code: z.string(), name: z.string(), timeZone: z.string() }),
  /** Wards whose records this person may open; empty means none. */
  wards: z.array(Ward),
  permissions: z.array(z.string()),
  /** Hospital time now; ahead of the wall clock in the demo. */
  hospitalNow: Instant,
  clockOffsetSeconds: z.number().int(),
  demo: z.boolean(),
  /** Locked after idle or on demand: only unlock, switch and logout answer then. */
  locked: z.boolean(),
  idleLockSeconds: z.number().int(),
});
export type Me = z.infer<typeof Me>;

export const listHospitals = route({
  method: 'GET',
  path: '/api/hospitals',
  access: 'public',
  about: 'public',
  summary: 'Hospitals one can sign in to',
  /** `demo`: nobody in it is real, and the login page shows the accounts to try. */
  reply: z.array(z.object({ code: z.string(), name: z.string(), demo: z.boolean() })),
});
export const login = route({
  method: 'POST',
  path: '/api/session',
  access: 'public',
  about: 'public',
  summary: 'Sign in with staff number and password',
  body: z.object({
    hospital: z.string().min(1).max(40),
    staffNo: z.string().min(1).max(40),
    password: z.string().min(1).max(200),
  }),
  reply: Me,
});
export const me = route({
  method: 'GET',
  path: '/api/me',
  access: 'identity.me',
  about: 'self',
  summary: 'Who is signed in',
  reply: Me,
});
export const logout = route({
  method: 'DELETE',
  path: '/api/session',
  access: 'identity.me',
  about: 'self',
  summary: 'Sign out',
});
export const lock = route({
  method: 'POST',
  path: '/api/session/lock',
  access: 'identity.me',
  about: 'self',
  summary: 'Lock the screen',
});
export const switchUser = route({
  method: 'POST',
  path: '/api/session/switch',
  access: 'public',
  about: 'public',
  summary: 'Change of user, or unlock, on a known workstation by staff number and PIN',
  body: z.object({ staffNo: z.string().min(1).max(40), pin: z.string().regex(/^\d{4,8}$/) }),
  reply: Me,
});

export const Shift = z.object({
  id: Id,
  wardId: Id,
  staff: StaffRef,
  duty: z.enum(['nurse', 'head-nurse', 'doctor']),
  startsAt: Instant,
  endsAt: Instant,
});
export const roster = route({
  method: 'GET',
  path: '/api/wards/:wardId/roster',
  access: 'identity.roster.read',
  about: 'ward',
  summary: 'Shifts of a ward',
  params: z.object({ wardId: Id }),
  query: z.object({ from: CivilDate, to: CivilDate }),
  reply: z.object({
    shifts: z.array(Shift),
    onDuty: z.array(Shift),
    absences: z.array(
      z.object({
        id: Id,
        staff: StaffRef,
        from: CivilDate,
        to: CivilDate,
        cover: StaffRef.nullable(),
      }),
    ),
  }),
});
export const putShift = route({
  method: 'PUT',
  path: '/api/wards/:wardId/roster/shifts/:shiftId',
  access: 'identity.roster.write',
  about: 'ward',
  summary: 'Put a shift on the roster',
  params: z.object({ wardId: Id, shiftId: Id }),
  body: z.object({ staffId: Id, duty: z.enum(['nurse', 'head-nurse', 'doctor']), startsAt: Instant, endsAt: Instant }),
  reply: Shift,
});
export const removeShift = route({
  method: 'DELETE',
  path: '/api/wards/:wardId/roster/shifts/:shiftId',
  access: 'identity.roster.write',
  about: 'ward',
  summary: 'Take a shift off the roster',
  params: z.object({ wardId: Id, shiftId: Id }),
});
export const putAbsence = route({
  method: 'PUT',
  path: '/api/wards/:wardId/roster/absences/:absenceId',
  access: 'identity.roster.write',
  about: 'ward',
  summary: 'Record leave and its named cover',
  params: z.object({ wardId: Id, absenceId: Id }),
  body: z.object({ staffId: Id, from: CivilDate, to: CivilDate, coverStaffId: Id.nullable() }),
});
export const listStaff = route({
  method: 'GET',
  path: '/api/wards/:wardId/staff',
  access: 'identity.roster.read',
  about: 'ward',
  summary: 'Staff of a ward',
  params: z.object({ wardId: Id }),
  reply: z.array(StaffRef.extend({ roles: z.array(Role) })),
});
