import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../kernel/access/index.ts';
import { wallNow } from '../../kernel/clock/wall.ts';
import type { Ctx } from '../../kernel/context.ts';
import { hashSecret, newSecret, sha256, verifySecret } from '../../kernel/crypto/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { hospitalByCode } from './hospital.store.ts';
import { accountLocked, wrongCredentials } from './problems.ts';
import {
  credentialOf,
  endWorkstationSessions,
  insertSession,
  lockSession,
  noteTry,
  noteWrongPin,
  putWorkstation,
  sessionBySecret,
  touchSession,
  workstationBySecret,
} from './session.store.ts';
import { rolesOf, staffByNo } from './staff.store.ts';

const HOUR_MS = 3_600_000;
/** A session ends after a shift and a half at the latest. */
const SESSION_MS = 12 * HOUR_MS;
/** A workstation that saw a full login takes PINs until then. */
const TRUST_MS = 14 * HOUR_MS;
const TRIES = 5;
const WRONG_PINS = 10;
const LOCK_MS = 15 * 60_000;
/** `seen_at` is written at most this often. */
const TOUCH_MS = 20_000;

export const SESSION_COOKIE = 'dayone';
export const WORKSTATION_COOKIE = 'dayone-ws';

/** A secret made once per process: verified where nobody has the number, so that both refusals take the same time. */
const decoy = hashSecret('nobody');

/** A secret with its hospital's code in front: the tenant is known before the first statement. */
export function splitCookie(value: string | undefined): { code: string; secret: string } | null {
  const [code, secret] = value?.split('.') ?? [];
  return code && secret && /^[\w-]+$/.test(code) ? { code, secret } : null;
}

/**
 * Checks a password or PIN; returns the staff member's id. Five wrong tries lock that credential for a quarter of an hour.
 * The count must outlive the refusal, so this returns the problem instead of throwing inside the transaction.
 */
export async function checkCredential(
  tx: Tx,
  staffNo: string,
  kind: 'password' | 'pin',
  secret: string,
): Promise<{ ok: true; staffId: string } | { ok: false; problem: Error }> {
  const staff = await staffByNo(tx, staffNo);
  const credential = staff && (await credentialOf(tx, staff.id, kind));
  const now = wallNow();
  if (credential?.locked_until && credential.locked_until > now) {
    return {
      ok: false,
      problem: accountLocked(Math.ceil((credential.locked_until.getTime() - now.getTime()) / 60_000)),
    };
  }
  const right = await verifySecret(secret, credential?.hash ?? (await decoy));
  if (!staff || !credential) return { ok: false, problem: wrongCredentials() };
  if (right) {
    if (credential.failed > 0) await noteTry(tx, staff.id, kind, 0, null);
    return { ok: true, staffId: staff.id };
  }
  const failed = credential.failed + 1;
  await noteTry(
    tx,
    staff.id,
    kind,
    failed >= TRIES ? 0 : failed,
    failed >= TRIES ? new Date(now.getTime() + LOCK_MS) : null,
  );
  return { ok: false, problem: wrongCredentials() };
}

/** Opens a session on the workstation of the request, ending what was open there; returns both cookies' secrets. */
export async function openSession(
  tx: Tx,
  staffId: string,
  workstationSecret: string | null,
  trust: boolean,
): Promise<{ session: string; workstation: string; ended: string[] }> {
  const now = wallNow();
  const known = workstationSecret ? await workstationBySecret(tx, sha256(workstationSecret)) : null;
  const workstation = known && workstationSecret ? workstationSecret : newSecret();
  const workstationId = known?.id ?? newId();
  const trusted = trust || !known ? new Date(now.getTime() + TRUST_MS) : known.trusted_until;
  await putWorkstation(tx, workstationId, sha256(workstation), trusted, now);
  const ended = await endWorkstationSessions(tx, workstationId, now);
  const session = newSecret();
  await insertSession(tx, {
    id: newId(),
    secret_hash: sha256(session),
    staff_id: staffId as never,
    workstation_id: workstationId,
    seen_at: now,
    expires_at: new Date(now.getTime() + SESSION_MS),
  });
  return { session, workstation, ended };
}

/** True where a PIN is enough on this workstation. */
export async function isTrusted(tx: Tx, workstationSecret: string): Promise<boolean> {
  const known = await workstationBySecret(tx, sha256(workstationSecret));
  return known !== null && known.trusted_until > wallNow();
}

/** Notes a wrong PIN; after ten in a row this workstation asks for a password again. */
export function countWrongPin(tx: Tx, workstationSecret: string): Promise<void> {
  return noteWrongPin(tx, sha256(workstationSecret), WRONG_PINS, wallNow());
}

/** Who a request's cookie belongs to; null without a live session. Locks a session that was idle too long. */
export async function authenticate(ctx: Ctx, request: FastifyRequest): Promise<Principal | null> {
  const cookie = splitCookie(request.cookies[SESSION_COOKIE]);
  const hospital = cookie && (await hospitalByCode(ctx.db, cookie.code));
  if (!cookie || !hospital) return null;
  return ctx.db.tenant(hospital.id, (tx) =>
    principalOf(tx, cookie.secret, ctx.config.IDLE_LOCK_SECONDS, request.url.startsWith('/api/stream')),
  );
}

async function principalOf(
  tx: Tx,
  secret: string,
  idleLockSeconds: number,
  passive: boolean,
): Promise<Principal | null> {
  const session = await sessionBySecret(tx, sha256(secret));
  const now = wallNow();
  if (!session || session.expires_at <= now) return null;
  const idleMs = now.getTime() - session.seen_at.getTime();
  const locked = session.locked_at !== null || idleMs > idleLockSeconds * 1000;
  if (locked && session.locked_at === null) await lockSession(tx, session.id, now);
  // An open push stream is no sign of a person.
  if (!locked && !passive && idleMs > TOUCH_MS) await touchSession(tx, session.id, now);
  const roles = await rolesOf(tx, session.staff_id);
  return {
    kind: 'staff',
    hospitalId: tx.hospitalId,
    id: session.staff_id,
    sessionId: session.id,
    locked,
    roles: roles.map((row) => ({ role: row.role, wardId: row.ward_id })),
  };
}

/** Sets both cookies: HttpOnly, same site, and over TLS only where the address is https. */
export function setCookies(
  ctx: Ctx,
  reply: FastifyReply,
  code: string,
  secrets: { session: string; workstation: string },
): void {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: ctx.config.secureCookies } as const;
  reply.setCookie(SESSION_COOKIE, `${code}.${secrets.session}`, { ...options, maxAge: SESSION_MS / 1000 });
  reply.setCookie(WORKSTATION_COOKIE, `${code}.${secrets.workstation}`, { ...options, maxAge: TRUST_MS / 1000 });
}
