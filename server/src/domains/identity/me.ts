import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Me, Role } from '../../../../contract/identity.ts';
import type { Principal } from '../../kernel/access/index.ts';
import { wallNow } from '../../kernel/clock/wall.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { unauthenticated } from '../../kernel/http/index.ts';
import { ownHospital } from './hospital.store.ts';
import { permissionsOf } from './permit.ts';
import { listWards, staffByIds } from './staff.store.ts';

/** What signing in needs of a request. */
export interface Asking {
  readonly ctx: Ctx;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Who is signed in and what they may reach. In the demo everyone may move the clock. */
export async function readMe(tx: Tx, ctx: Ctx, principal: Extract<Principal, { kind: 'staff' }>): Promise<Me> {
  const [staff] = await staffByIds(tx, [principal.id]);
  if (!staff) throw unauthenticated();
  const hospital = await ownHospital(tx);
  const wide = principal.roles.some((role) => role.wardId === null);
  const wards = (await listWards(tx)).filter((ward) => wide || principal.roles.some((role) => role.wardId === ward.id));
  const demo = ctx.config.demo && hospital.demo;
  return {
    staff: {
      id: staff.id,
      staffNo: staff.staff_no,
      name: staff.name,
      roles: [...new Set(principal.roles.map((role) => Role.parse(role.role)))],
    },
    hospital: { id: hospital.id, code: hospital.code, name: hospital.name, timeZone: hospital.time_zone },
    wards: wards.map((ward) => ({ id: ward.id, code: ward.code, name: ward.name, phone: ward.phone })),
    permissions: permissionsOf(principal).filter((permission) => demo || permission !== 'demo.clock'),
    hospitalNow: tx.now.toISOString(),
    clockOffsetSeconds: Math.round((tx.now.getTime() - wallNow().getTime()) / 1000),
    demo,
    locked: principal.locked,
    idleLockSeconds: ctx.config.IDLE_LOCK_SECONDS,
  };
}
