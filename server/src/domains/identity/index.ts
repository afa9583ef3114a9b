export { manifest } from './domain.ts';
export { type Hospital, hospitalByCode, insertHospital, listHospitals, ownHospital } from './hospital.store.ts';
export { permissionsOf, permit, reachesWard, systemScope } from './permit.ts';
export { putAbsence, putShift } from './roster.store.ts';
export { type Duty, headNursesOf, openWard, presentOrCover, whoIsOnDuty } from './roster.ts';
export { putCredential } from './session.store.ts';
export {
  insertRole,
  insertStaff,
  insertWard,
  listWards,
  rolesOf,
  type StaffRow,
  staffByIds,
  staffByNo,
  staffOfWard,
  type WardRow,
  wardByCode,
  wardById,
} from './staff.store.ts';
