import { describe, expect, it } from 'vitest';
import { useHouse } from '../../../test/harness.ts';
import { newId } from '../../kernel/ids/index.ts';

const test = useHouse();

describe('signing in', () => {
  it('refuses a stranger, a wrong password, an unknown number and an unknown hospital', async () => {
    const stranger = test().stranger();
    expect((await stranger.ask('identity.me')).status).toBe(401);
    for (const body of [
      { hospital: 'demo', staffNo: 'N101', password: 'wrong' },
      { hospital: 'demo', staffNo: 'nobody', password: 'dayone-demo' },
    ]) {
      expect(await stranger.ask('identity.login', { body })).toMatchObject({
        status: 401,
        body: { type: 'urn:dayone:identity:wrong-credentials' },
      });
    }
    const nowhere = await stranger.ask('identity.login', {
      body: { hospital: 'nowhere', staffNo: 'N101', password: 'dayone-demo' },
    });
    expect(nowhere).toMatchObject({ status: 404, body: { type: 'urn:dayone:identity:hospital-unknown' } });
    expect(
      (await stranger.ask('identity.login', { body: { hospital: 'demo', staffNo: '', password: '' } })).status,
    ).toBe(422);
  });

  it('locks a credential after five wrong tries, and the count outlives the refusals', async () => {
    const stranger = test().stranger();
    const ask = (password: string) =>
      stranger.ask('identity.login', { body: { hospital: 'demo', staffNo: 'N112', password } });
    for (let tries = 0; tries < 5; tries += 1) expect((await ask('wrong')).status).toBe(401);
    expect(await ask('dayone-demo')).toMatchObject({
      status: 429,
      body: { type: 'urn:dayone:identity:account-locked' },
    });
  });

  it('a session of one hospital says nothing in another', async () => {
    const nurse = await test().signIn('N101');
    nurse.cookies.set('dayone', (nurse.cookies.get('dayone') ?? '').replace('demo.', 'other.'));
    expect((await nurse.ask('identity.me')).status).toBe(401);
  });

  it('tells who is signed in, with the wards in reach', async () => {
    const nurse = await test().signIn('N101');
    const me = await nurse.ok('identity.me');
    expect(me).toMatchObject({
      staff: { staffNo: 'N101', roles: ['nurse'] },
      hospital: { code: 'demo' },
      demo: true,
      locked: false,
    });
    expect(me.wards.map((ward) => ward.code)).toEqual(['GK1']);
    const manager = await (await test().signIn('C401')).ok('identity.me');
    expect(manager.wards.map((ward) => ward.code)).toEqual(['GK1', 'KQ', 'XN1']);
  });

  it('refuses a write that does not come from a page of the console', async () => {
    const nurse = await test().signIn('N101');
    const cookie = [...nurse.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const response = await test().house.app.inject({ method: 'POST', url: '/api/session/lock', headers: { cookie } });
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ type: 'urn:dayone:kernel:forged' });
  });
});

describe('a shared computer', () => {
  it('changes its user by staff number and PIN, ending the session before', async () => {
    const first = await test().signIn('N101');
    const before = new Map(first.cookies);
    const me = await first.ok('identity.switchUser', { body: { staffNo: 'N102', pin: '2580' } });
    expect(me.staff.staffNo).toBe('N102');
    const old = test().stranger();
    for (const [key, value] of before) old.cookies.set(key, value);
    expect((await old.ask('identity.me')).status).toBe(401);
  });

  it('takes no PIN where nobody has signed in with a password', async () => {
    const stranger = test().stranger();
    expect(await stranger.ask('identity.switchUser', { body: { staffNo: 'N102', pin: '2580' } })).toMatchObject({
      status: 401,
      body: { type: 'urn:dayone:identity:workstation-unknown' },
    });
  });

  it('asks for a password again after ten wrong PINs, whoever they were tried for', async () => {
    const nurse = await test().signIn('N121');
    const tried = ['N101', 'N102', 'N103', 'H100', 'D201', 'D202', 'R301', 'N111', 'H110', 'D211'];
    for (const staffNo of tried) await nurse.ask('identity.switchUser', { body: { staffNo, pin: '0000' } });
    expect(await nurse.ask('identity.switchUser', { body: { staffNo: 'N121', pin: '2580' } })).toMatchObject({
      status: 401,
      body: { type: 'urn:dayone:identity:workstation-unknown' },
    });
  });

  it('answers only unlocking, switching and signing out while it is locked', async () => {
    const nurse = await test().signIn('N102');
    const ward = (await nurse.ok('identity.me')).wards[0]?.id ?? '';
    await nurse.ok('identity.lock');
    expect((await nurse.ask('identity.listStaff', { params: { wardId: ward } })).status).toBe(423);
    expect((await nurse.ok('identity.me')).locked).toBe(true);
    expect((await nurse.ask('identity.switchUser', { body: { staffNo: 'N102', pin: '9999' } })).status).toBe(401);
    expect((await nurse.ok('identity.switchUser', { body: { staffNo: 'N102', pin: '2580' } })).locked).toBe(false);
    expect((await nurse.ask('identity.listStaff', { params: { wardId: ward } })).status).toBe(200);
  });

  it('ends with signing out', async () => {
    const nurse = await test().signIn('N103');
    await nurse.ok('identity.logout');
    expect((await nurse.ask('identity.me')).status).toBe(401);
  });
});

describe('the roster', () => {
  const range = { from: '2031-03-03', to: '2031-03-09' };

  it('is closed to strangers, to roles without it, to other wards and to ids of nowhere', async () => {
    const nurse = await test().signIn('N101');
    const wardId = (await nurse.ok('identity.me')).wards[0]?.id ?? '';
    const ask = async (staffNo: string, id = wardId) =>
      (await (await test().signIn(staffNo)).ask('identity.roster', { params: { wardId: id }, query: range })).status;
    expect((await test().stranger().ask('identity.roster', { params: { wardId }, query: range })).status).toBe(401);
    expect(await ask('K601')).toBe(403);
    expect(await ask('Y702')).toBe(403);
    expect(await ask('N111')).toBe(404);
    expect(await ask('N101', newId())).toBe(404);
    expect(await ask('N101', 'not-an-id')).toBe(422);
    expect(await ask('N101')).toBe(200);
  });

  it('shows who is on duty, takes a shift once however often it is sent, and gives it up', async () => {
    const head = await test().signIn('H100');
    const wardId = (await head.ok('identity.me')).wards[0]?.id ?? '';
    const before = await head.ok('identity.roster', { params: { wardId }, query: range });
    expect(before.onDuty.map((shift) => shift.duty).sort()).toEqual(['doctor', 'head-nurse', 'nurse']);
    const nurse = (await head.ok('identity.listStaff', { params: { wardId } })).find((one) => one.staffNo === 'N103');
    const shiftId = newId();
    const body = {
      staffId: nurse?.id ?? '',
      duty: 'nurse' as const,
      startsAt: '2031-03-04T00:00:00Z',
      endsAt: '2031-03-04T09:00:00Z',
    };
    await head.ok('identity.putShift', { params: { wardId, shiftId }, body });
    await head.ok('identity.putShift', { params: { wardId, shiftId }, body });
    const after = await head.ok('identity.roster', { params: { wardId }, query: range });
    expect(after.shifts.length).toBe(before.shifts.length + 1);
    await head.ok('identity.removeShift', { params: { wardId, shiftId } });
    expect((await head.ok('identity.roster', { params: { wardId }, query: range })).shifts.length).toBe(
      before.shifts.length,
    );
    expect(
      (await (await test().signIn('N101')).ask('identity.putShift', { params: { wardId, shiftId }, body })).status,
    ).toBe(403);
  });

  it('refuses to roster somebody of another ward', async () => {
    const head = await test().signIn('H100');
    const wardId = (await head.ok('identity.me')).wards[0]?.id ?? '';
    const other = await test().signIn('H110');
    const stranger = (await other.ok('identity.me')).staff.id;
    const body = {
      staffId: stranger,
      duty: 'nurse' as const,
      startsAt: '2031-03-04T00:00:00Z',
      endsAt: '2031-03-04T09:00:00Z',
    };
    expect(await head.ask('identity.putShift', { params: { wardId, shiftId: newId() }, body })).toMatchObject({
      status: 422,
      body: { type: 'urn:dayone:identity:staff-not-of-ward' },
    });
  });
});
