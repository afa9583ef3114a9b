import { beforeAll, describe, expect, it } from 'vitest';
import { person, stay } from '../../../test/build/person.ts';
import { useHouse } from '../../../test/harness.ts';
import { hospitalByCode } from '../identity/index.ts';

const test = useHouse();
/** A person of the other hospital; there is nobody like them in this one. */
async function foreigner(): Promise<string> {
  const { ctx } = test().house;
  const other = await hospitalByCode(ctx.db, 'other');
  if (!other) throw new Error('the other hospital is missing');
  return person({ ...test(), tenant: (work) => ctx.db.tenant(other.id, work) });
}

const NOBODY = '01900000-0000-7000-8000-000000000000';
let patientId: string;
let sameWard: string;
let otherWard: string;

beforeAll(async () => {
  [patientId, sameWard, otherWard] = [await person(test()), await person(test()), await person(test())];
  await stay(test(), patientId);
  await stay(test(), sameWard);
  await stay(test(), otherWard, { ward: 'XN1' });
  await test().drain();
});

describe('GET /api/patients/:patientId/timeline', () => {
  it('refuses strangers, other roles, other wards and other hospitals', async () => {
    const ask = { params: { patientId } };
    expect((await test().stranger().ask('timeline.readTimeline', ask)).status).toBe(401);
    for (const staffNo of ['K601', 'M701', 'A900', 'S501'])
      expect((await (await test().signIn(staffNo)).ask('timeline.readTimeline', ask)).status, staffNo).toBe(403);
    const nurse = await test().signIn('N101');
    expect((await nurse.ask('timeline.readTimeline', { params: { patientId: otherWard } })).status).toBe(404);
    expect((await nurse.ask('timeline.readTimeline', { params: { patientId: NOBODY } })).status).toBe(404);
    const elsewhere = await (await test().signIn('N111')).ask('timeline.readTimeline', ask);
    expect(elsewhere.status).toBe(404);
    // Reaches every ward of this hospital, and no other hospital.
    const manager = await test().signIn('C401');
    expect((await manager.ask('timeline.readTimeline', { params: { patientId: await foreigner() } })).status).toBe(404);
    expect((await manager.ask('timeline.readTimeline', ask)).status).toBe(200);
    expect((await nurse.ask('timeline.readTimeline', { ...ask, query: { after: 'x' } })).status).toBe(422);
  });

  it('shows the ward its patient page by page, in both languages', async () => {
    const nurse = await test().signIn('N101');
    const all = await nurse.ok('timeline.readTimeline', { params: { patientId } });
    expect(all.items.map((line) => line.title['zh-CN'])).toEqual(expect.arrayContaining(['建立档案', '入院']));
    expect(all.items.map((line) => line.title.en)).toEqual(expect.arrayContaining(['Record made', 'Admitted']));
    expect(all.next).toBeNull();
    const paged: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page: typeof all = await nurse.ok('timeline.readTimeline', {
        params: { patientId },
        query: { limit: 1, ...(after ? { after } : {}) },
      });
      paged.push(...page.items.map((line) => line.id));
      after = page.next;
    }
    expect(paged).toEqual(all.items.map((line) => line.id));
    expect(test().logLines.join('\n')).not.toContain('测试');
  });
});
