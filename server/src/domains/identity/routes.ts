import * as contract from '../../../../contract/identity.ts';
import { audit } from '../../kernel/audit/index.ts';
import { wallNow } from '../../kernel/clock/wall.ts';
import { type Endpoint, notFound, on, onPublic, onTx } from '../../kernel/http/index.ts';
import { addDays, atLocal } from '../../kernel/time/index.ts';
import { hospitalByCode, listHospitals, ownHospital } from './hospital.store.ts';
import { type Asking, readMe } from './me.ts';
import { permit } from './permit.ts';
import { presentShift, staffRef } from './present.ts';
import { endBeforeStart, hospitalUnknown, staffNotOfWard, workstationUnknown, wrongCredentials } from './problems.ts';
import { absencesBetween, putAbsence, putShift, removeShift, shiftsBetween } from './roster.store.ts';
import { openWard } from './roster.ts';
import { endSession, lockSession } from './session.store.ts';
import {
  authenticate,
  checkCredential,
  countWrongPin,
  isTrusted,
  openSession,
  SESSION_COOKIE,
  setCookies,
  splitCookie,
  WORKSTATION_COOKIE,
} from './session.ts';
import { staffByIds, staffOfWard } from './staff.store.ts';

const hospitals = onPublic(contract.listHospitals, async ({ ctx, language }) =>
  (await listHospitals(ctx.db)).map((hospital) => ({
    code: hospital.code,
    demo: hospital.demo,
    name: language === 'en' ? hospital.name_en : hospital.name,
  })),
);

const login = onPublic(contract.login, async ({ ctx, body, reply, request }) => {
  const hospital = await hospitalByCode(ctx.db, body.hospital);
  if (!hospital) throw hospitalUnknown();
  return signIn({ ctx, reply, request }, hospital.id, hospital.code, {
    staffNo: body.staffNo,
    secret: body.password,
    kind: 'password',
  });
});

const switchUser = onPublic(contract.switchUser, async ({ ctx, body, reply, request }) => {
  const workstation = splitCookie(request.cookies[WORKSTATION_COOKIE]);
  const hospital = workstation && (await hospitalByCode(ctx.db, workstation.code));
  if (!workstation || !hospital) throw workstationUnknown();
  if (!(await ctx.db.tenant(hospital.id, (tx) => isTrusted(tx, workstation.secret)))) throw workstationUnknown();
  return signIn({ ctx, reply, request }, hospital.id, hospital.code, {
    staffNo: body.staffNo,
    secret: body.pin,
    kind: 'pin',
  });
});

/** Password or PIN to a session: the tries are counted in a transaction that commits whatever the answer is. */
async function signIn(
  asking: Asking,
  hospitalId: Parameters<Asking['ctx']['db']['tenant']>[0],
  code: string,
  given: { staffNo: string; secret: string; kind: 'password' | 'pin' },
) {
  const { ctx, reply, request } = asking;
  const checked = await ctx.db.tenant(hospitalId, (tx) => checkCredential(tx, given.staffNo, given.kind, given.secret));
  const workstation = splitCookie(request.cookies[WORKSTATION_COOKIE]);
  const secret = workstation?.code === code ? workstation.secret : null;
  if (!checked.ok) {
    if (secret && given.kind === 'pin') await ctx.db.tenant(hospitalId, (tx) => countWrongPin(tx, secret));
    throw checked.problem;
  }
  const opened = await ctx.db.tenant(hospitalId, (tx) =>
    openSession(tx, checked.staffId, secret, given.kind === 'password'),
  );
  for (const ended of opened.ended) ctx.hub.cut(hospitalId, ended);
  setCookies(ctx, reply, code, opened);
  request.cookies[SESSION_COOKIE] = `${code}.${opened.session}`;
  const principal = await authenticate(ctx, request);
  if (principal?.kind !== 'staff') throw wrongCredentials();
  await ctx.db.tenant(hospitalId, (tx) =>
    audit(tx, permit(principal, 'identity.me'), {
      action: `identity.signed-in-by-${given.kind}`,
      subject: { kind: 'session', id: principal.sessionId },
    }),
  );
  return ctx.db.tenant(hospitalId, (tx) => readMe(tx, ctx, principal));
}

const me = onTx(contract.me, async (tx, { ctx, principal }) => {
  if (principal.kind !== 'staff') throw notFound();
  return readMe(tx, ctx, principal);
});

const logout = on(contract.logout, async ({ ctx, principal, scope, reply }) => {
  if (principal.kind !== 'staff') return;
  await ctx.db.tenant(principal.hospitalId, async (tx) => {
    await endSession(tx, principal.sessionId, wallNow());
    await audit(tx, scope, { action: 'identity.signed-out', subject: { kind: 'session', id: principal.sessionId } });
  });
  ctx.hub.cut(principal.hospitalId, principal.sessionId);
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
});

const lock = on(contract.lock, async ({ ctx, principal }) => {
  if (principal.kind !== 'staff') return;
  await ctx.db.tenant(principal.hospitalId, (tx) => lockSession(tx, principal.sessionId, wallNow()));
  ctx.hub.cut(principal.hospitalId, principal.sessionId);
});

const roster = onTx(contract.roster, async (tx, { scope, params, query }) => {
  const ward = await openWard(tx, scope, params.wardId);
  const { time_zone } = await ownHospital(tx);
  const shifts = await shiftsBetween(
    tx,
    ward.id,
    atLocal(query.from, '00:00', time_zone),
    atLocal(addDays(query.to, 1), '00:00', time_zone),
  );
  const staff = await staffOfWard(tx, ward.id);
  const absences = await absencesBetween(
    tx,
    staff.map((one) => one.id),
    query.from,
    query.to,
  );
  const people = new Map(
    (
      await staffByIds(tx, [
        ...shifts.map((shift) => shift.staff_id),
        ...absences.flatMap((absence) => [
          absence.staff_id,
          ...(absence.cover_staff_id ? [absence.cover_staff_id] : []),
        ]),
      ])
    ).map((one) => [one.id as string, one]),
  );
  const shown = shifts.map((shift) => presentShift(shift, people));
  return {
    shifts: shown,
    onDuty: shown.filter(
      (_, at) => (shifts[at]?.starts_at ?? tx.now) <= tx.now && (shifts[at]?.ends_at ?? tx.now) > tx.now,
    ),
    absences: absences.map((absence) => ({
      id: absence.id,
      from: absence.from_on,
      to: absence.to_on,
      staff: staffRef(people, absence.staff_id),
      cover: absence.cover_staff_id ? staffRef(people, absence.cover_staff_id) : null,
    })),
  };
});

const putShiftRoute = onTx(contract.putShift, async (tx, { scope, params, body }) => {
  const ward = await openWard(tx, scope, params.wardId);
  if (!(await staffOfWard(tx, ward.id)).some((one) => one.id === body.staffId)) throw staffNotOfWard();
  if (new Date(body.endsAt) <= new Date(body.startsAt)) throw endBeforeStart('endsAt');
  const shift = {
    id: params.shiftId,
    ward_id: ward.id,
    staff_id: body.staffId,
    duty: body.duty,
    starts_at: new Date(body.startsAt),
    ends_at: new Date(body.endsAt),
  };
  if (!(await putShift(tx, shift))) throw notFound();
  await audit(tx, scope, {
    action: 'identity.shift-put',
    subject: { kind: 'shift', id: shift.id },
    detail: { staffId: body.staffId },
  });
  tx.hint(`ward:${ward.id}`, 'roster');
  return presentShift(shift, new Map((await staffByIds(tx, [body.staffId])).map((one) => [one.id as string, one])));
});

const removeShiftRoute = onTx(contract.removeShift, async (tx, { scope, params }) => {
  const ward = await openWard(tx, scope, params.wardId);
  if ((await removeShift(tx, ward.id, params.shiftId)) === 0) return;
  await audit(tx, scope, { action: 'identity.shift-removed', subject: { kind: 'shift', id: params.shiftId } });
  tx.hint(`ward:${ward.id}`, 'roster');
});

const putAbsenceRoute = onTx(contract.putAbsence, async (tx, { scope, params, body }) => {
  const ward = await openWard(tx, scope, params.wardId);
  const colleagues = (await staffOfWard(tx, ward.id)).map((one) => one.id as string);
  // A cover from elsewhere could not open what falls to them.
  for (const id of [body.staffId, ...(body.coverStaffId ? [body.coverStaffId] : [])])
    if (!colleagues.includes(id)) throw staffNotOfWard();
  if (body.to < body.from) throw endBeforeStart('to');
  const absence = { id: params.absenceId, staff_id: body.staffId, from_on: body.from, to_on: body.to };
  if (!(await putAbsence(tx, { ...absence, cover_staff_id: body.coverStaffId }))) throw notFound();
  await audit(tx, scope, {
    action: 'identity.absence-put',
    subject: { kind: 'absence', id: params.absenceId },
    detail: { staffId: body.staffId },
  });
  tx.hint(`ward:${ward.id}`, 'roster');
});

const staff = onTx(contract.listStaff, async (tx, { scope, params }) => {
  const ward = await openWard(tx, scope, params.wardId);
  return (await staffOfWard(tx, ward.id)).map((one) => ({
    id: one.id,
    staffNo: one.staff_no,
    name: one.name,
    roles: one.roles.map((role) => contract.Role.parse(role)),
  }));
});

export const endpoints: readonly Endpoint[] = [
  hospitals,
  login,
  switchUser,
  me,
  logout,
  lock,
  roster,
  putShiftRoute,
  removeShiftRoute,
  putAbsenceRoute,
  staff,
];
