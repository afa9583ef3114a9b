import { beforeAll, describe, expect, test } from 'vitest';
import { buildInHouse, buildStay } from '../../../test/build/encounters.ts';
import { type Caller, START, useHouse } from '../../../test/harness.ts';
import { readAudit } from '../../kernel/audit/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { wardByCode } from '../identity/index.ts';

const house = useHouse();
const phones = ['13811112222', '13811113333'];
let nurse: Caller;
let otherWard: Caller;
let wardId = '';
let inHouse = { patientId: '', encounterId: '' };
let second = { patientId: '', encounterId: '' };
let gone = { patientId: '', encounterId: '' };

beforeAll(async () => {
  nurse = await house().signIn('N101');
  otherWard = await house().signIn('N111');
  wardId = (await house().tenant((tx) => wardByCode(tx, 'GK1')))?.id ?? '';
  inHouse = await buildInHouse(house(), { person: { name: '张桂兰', phones: [phones[0] ?? ''] } });
  second = await buildInHouse(house(), {
    person: { name: '李建军', sex: 'male', phones: [phones[1] ?? ''] },
    stay: { expectedDischargeOn: null, bed: '13' },
  });
  gone = await buildStay(house(), { person: { name: '周敏' } });
});

const roles = {
  reads: ['N101', 'H100', 'D201', 'R301', 'C401', 'S501'],
  mayNot: ['K601', 'M701', 'Y702', 'Q703', 'P704', 'T801', 'A900'],
};
const someone = () => ({ patientId: inHouse.patientId });
const reachBody = {
  formOfAddress: '张老师',
  preferredFrom: '09:00',
  preferredTo: '11:00',
  channel: 'phone' as const,
  notes: '左耳听不清',
  elderMode: true,
  phones: ['138 1111 2222', '021-55550199'],
};

/** Every route about one patient, stay or ward, as it would be asked. */
const asks = () =>
  [
    ['encounters.listInHouse', { params: { wardId }, query: {} }],
    ['encounters.listDischarged', { params: { wardId }, query: {} }],
    ['encounters.readEncounter', { params: { encounterId: inHouse.encounterId } }],
    ['encounters.putPreparation', { params: { encounterId: inHouse.encounterId }, body: { version: 1 } }],
    [
      'encounters.enterByHand',
      {
        params: { wardId, encounterId: newId() },
        body: { name: '甲', phone: phones[0], class: 'inpatient', operation: '乙', dischargedAt: START.toISOString() },
      },
    ],
    ['patients.readPatient', { params: someone() }],
    ['patients.putReach', { params: someone(), body: { ...reachBody, version: 1 } }],
    [
      'patients.putRelative',
      { params: { ...someone(), relativeId: newId() }, body: { name: '王芳', relationship: '女儿', phones: [] } },
    ],
    ['patients.removeRelative', { params: { ...someone(), relativeId: newId() } }],
    [
      'patients.putConsent',
      {
        params: { ...someone(), consentId: newId() },
        body: { purpose: 'research', state: 'refused', textVersion: '1', method: 'verbal' },
      },
    ],
    ['patients.setHold', { params: { ...someone(), holdId: newId() }, body: { reason: 'dispute' } }],
    ['patients.liftHold', { params: { ...someone(), holdId: newId() } }],
    ['patients.markDeceased', { params: someone(), body: { diedOn: '2031-03-03' } }],
    ['patients.correctDeath', { params: someone() }],
  ] as const;

describe('refusals', () => {
  test('nobody signed in: 401 everywhere', async () => {
    for (const [name, input] of asks())
      expect(
        (
          await house()
            .stranger()
            .ask(name, input as never)
        ).status,
        name,
      ).toBe(401);
    expect((await house().stranger().ask('encounters.listJoinCards')).status).toBe(401);
  });
  test('roles without the permission: 403', async () => {
    for (const staffNo of roles.mayNot) {
      const caller = await house().signIn(staffNo);
      for (const [name, input] of asks())
        expect((await caller.ask(name, input as never)).status, `${staffNo} ${name}`).toBe(403);
    }
  });
  test('customer service reads and does not write, but for stopping contact', async () => {
    const caller = await house().signIn('S501');
    const stopping = ['patients.setHold', 'patients.liftHold', 'patients.markDeceased', 'patients.correctDeath'];
    for (const [name, input] of asks().filter(([one]) => !stopping.includes(one))) {
      const reads = name.startsWith('encounters.list') || name.includes('.read');
      expect((await caller.ask(name, input as never)).status, name).toBe(reads ? 200 : 403);
    }
  });
  test('another ward: 404, and nothing has changed', async () => {
    for (const [name, input] of asks()) expect((await otherWard.ask(name, input as never)).status, name).toBe(404);
    const record = await nurse.ok('patients.readPatient', { params: someone() });
    expect(record).toMatchObject({ holds: [], relatives: [], patient: { deceased: null, version: 1 } });
  });
  test('ids nobody has, and those that are none: 404 and 400', async () => {
    expect((await nurse.ask('patients.readPatient', { params: { patientId: newId() } })).status).toBe(404);
    expect((await nurse.ask('encounters.readEncounter', { params: { encounterId: newId() } })).status).toBe(404);
    expect((await nurse.ask('patients.readPatient', { params: { patientId: "1' or 1=1" } })).status).toBeLessThan(500);
    expect(
      (await nurse.ask('encounters.listInHouse', { params: { wardId }, query: { limit: 50, after: 'x' } })).status,
    ).toBe(422);
  });
  test('only the desk sees join cards, and no more than name and code', async () => {
    for (const staffNo of [...roles.reads, ...roles.mayNot.filter((no) => no !== 'K601')])
      expect((await (await house().signIn(staffNo)).ask('encounters.listJoinCards')).status, staffNo).toBe(403);
    const desk = await house().signIn('K601');
    const { items } = await desk.ok('encounters.listJoinCards');
    expect(items).toEqual([
      { encounterId: gone.encounterId, name: '周*', joinCode: expect.stringMatching(/^[2-9A-Z]{8}$/) },
    ]);
  });
});

describe('the ward', () => {
  test('lists who is in, by expected discharge, page by page', async () => {
    const first = await nurse.ok('encounters.listInHouse', { params: { wardId }, query: { limit: 1 } });
    expect(first.items).toMatchObject([
      {
        encounterId: inHouse.encounterId,
        patient: { name: '张桂兰', formOfAddress: '张阿姨', age: 68 },
        bed: '12',
        attending: { name: '王建国' },
        expectedDischargeOn: '2031-03-03',
        hold: null,
        preparation: { card: false, reach: false, phone: true },
      },
    ]);
    expect(first.items[0]?.preparation.consentsOpen).toHaveLength(5);
    const rest = await nurse.ok('encounters.listInHouse', {
      params: { wardId },
      query: { limit: 1, after: first.next ?? '' },
    });
    expect(rest.items.map((item) => item.encounterId)).toEqual([second.encounterId]);
    expect(rest.next).toBeNull();
  });
  test('lists who has left, latest first', async () => {
    const later = await buildStay(house(), {
      person: { name: '吴强' },
      stay: { dischargedAt: new Date(START.getTime() - 60_000) },
    });
    const first = await nurse.ok('encounters.listDischarged', { params: { wardId }, query: { limit: 1 } });
    expect(first.items).toMatchObject([
      { encounterId: later.encounterId, disposition: 'home', byHand: false, risk: { method: 'LACE-2010' } },
    ]);
    const rest = await nurse.ok('encounters.listDischarged', {
      params: { wardId },
      query: { limit: 5, after: first.next ?? '' },
    });
    expect(rest.items.map((item) => item.encounterId)).toEqual([gone.encounterId]);
  });
  test('a stay shows its risk item by item; opening it is written down', async () => {
    const detail = await nurse.ok('encounters.readEncounter', { params: { encounterId: gone.encounterId } });
    expect(detail).toMatchObject({ status: 'finished', ward: { name: '骨科一病区' }, hospital: '归安示范医院' });
    expect(detail.risk?.items.map((item) => item.item)).toEqual(['L', 'A', 'C', 'E']);
    const written = await house().tenant((tx) => readAudit(tx, new Date(0), new Date('2100-01-01')));
    expect(written.filter((row) => row.action === 'encounters.opened').map((row) => row.subject_id)).toContain(
      gone.encounterId,
    );
  });
  test('preparation is marked once for a version', async () => {
    const params = { encounterId: inHouse.encounterId };
    const { version } = await nurse.ok('encounters.readEncounter', { params });
    const saved = await nurse.ok('encounters.putPreparation', {
      params,
      body: { cardGiven: true, expectedDischargeOn: '2031-03-05', version },
    });
    expect(saved.version).toBe(version + 1);
    expect((await nurse.ask('encounters.putPreparation', { params, body: { cardGiven: false, version } })).status).toBe(
      409,
    );
    const detail = await nurse.ok('encounters.readEncounter', { params });
    expect(detail).toMatchObject({ preparation: { card: true }, expectedDischargeOn: '2031-03-05' });
  });
  test('an episode entered by hand stands on the list; pressed twice it stands once', async () => {
    const entry = {
      params: { wardId, encounterId: newId() },
      body: {
        name: '冯小丽',
        phone: '13788889999',
        class: 'day-surgery' as const,
        operation: '取内固定',
        dischargedAt: new Date(START.getTime() - 3_600_000).toISOString(),
      },
    };
    expect((await nurse.ok('encounters.enterByHand', entry)).outcome).toBe('new');
    expect((await nurse.ok('encounters.enterByHand', entry)).outcome).toBe('repeated');
    const { items } = await nurse.ok('encounters.listDischarged', { params: { wardId }, query: {} });
    expect(items.filter((item) => item.patient.name === '冯小丽')).toMatchObject([
      { byHand: true, reason: '取内固定', risk: null },
    ]);
    const ahead = {
      ...entry,
      params: { wardId, encounterId: newId() },
      body: { ...entry.body, dischargedAt: '2031-03-04T08:00:00Z' },
    };
    expect(await nurse.ask('encounters.enterByHand', ahead)).toMatchObject({
      status: 422,
      body: { type: 'urn:dayone:encounters:discharge-ahead' },
    });
    expect((await otherWard.ask('encounters.enterByHand', entry)).status).toBe(404);
  });
});

describe('the record', () => {
  const params = () => ({ patientId: second.patientId });
  const read = () => nurse.ok('patients.readPatient', { params: params() });

  test('reach profile: saved, marked as prepared, refused to the slower of two', async () => {
    const { patient } = await read();
    const saved = await nurse.ok('patients.putReach', {
      params: params(),
      body: { ...reachBody, formOfAddress: '李老师', version: patient.version },
    });
    expect(saved.version).toBe(patient.version + 1);
    const slow = await nurse.ask('patients.putReach', {
      params: params(),
      body: { ...reachBody, version: patient.version },
    });
    expect(slow).toMatchObject({ status: 409, body: { type: 'urn:dayone:kernel:stale' } });
    const record = await read();
    expect(record.patient.formOfAddress).toBe('李老师');
    expect(record.contacts.map((one) => one.phone)).toEqual(['+8613811112222', '+862155550199']);
    expect(record.reach).toMatchObject({
      preferredFrom: '09:00',
      preferredTo: '11:00',
      preparedAt: expect.any(String),
    });
    const bad = await nurse.ask('patients.putReach', {
      params: params(),
      body: { ...reachBody, phones: ['没有'], version: saved.version },
    });
    expect(bad).toMatchObject({ status: 422, body: { type: 'urn:dayone:patients:phone-unreadable' } });
    expect((await read()).contacts).toHaveLength(2);
  });
  test('relatives come, change and go; another patient’s id is not taken', async () => {
    const relativeId = newId();
    const put = (patientId: string, phone: string) =>
      nurse.ask('patients.putRelative', {
        params: { patientId, relativeId },
        body: { name: '王芳', relationship: '女儿', phones: [phone] },
      });
    expect((await put(second.patientId, '13900001111')).status).toBe(204);
    expect((await put(second.patientId, '13900002222')).status).toBe(204);
    expect((await put(inHouse.patientId, '13900003333')).status).toBe(404);
    expect((await read()).contacts.filter((one) => one.relative).map((one) => one.phone)).toEqual(['+8613900002222']);
    await nurse.ok('patients.removeRelative', { params: { ...params(), relativeId } });
    expect((await read()).relatives).toEqual([]);
  });
  test('consent: evidence kept, refused once and not asked again in this stay', async () => {
    const { consents } = await read();
    const text = consents.find(({ purpose }) => purpose === 'marketing');
    const decide = (
      state: 'granted' | 'refused',
      consentId = newId() as string,
      textVersion = text?.textVersion ?? '',
    ) =>
      nurse.ask('patients.putConsent', {
        params: { ...params(), consentId },
        body: { purpose: 'marketing', state, textVersion, method: 'bedside' },
      });
    expect(await decide('granted', newId(), 'old')).toMatchObject({
      status: 409,
      body: { type: 'urn:dayone:patients:consent-text-old' },
    });
    const once = newId();
    expect((await decide('refused', once)).status).toBe(204);
    expect((await decide('refused', once)).status).toBe(204);
    expect(await decide('granted')).toMatchObject({
      status: 409,
      body: { type: 'urn:dayone:patients:not-asked-again' },
    });
    const latest = (await read()).consents.find(({ purpose }) => purpose === 'marketing');
    expect(latest).toMatchObject({
      mayAsk: false,
      latest: { id: once, state: 'refused', witness: '李晓梅', encounterId: second.encounterId },
    });
  });
  test('a hold acts at once, shows on the ward, and is undone', async () => {
    const holdId = newId();
    const body = { reason: 'do-not-contact' as const };
    await nurse.ok('patients.setHold', { params: { ...params(), holdId }, body });
    await nurse.ok('patients.setHold', { params: { ...params(), holdId }, body });
    expect((await read()).holds).toMatchObject([{ id: holdId, reason: 'do-not-contact', setBy: '李晓梅' }]);
    const line = async () =>
      (await nurse.ok('encounters.listInHouse', { params: { wardId }, query: {} })).items.find(
        (item) => item.encounterId === second.encounterId,
      );
    expect((await line())?.hold).toBe('do-not-contact');
    await nurse.ok('patients.liftHold', { params: { ...params(), holdId } });
    await nurse.ok('patients.liftHold', { params: { ...params(), holdId } });
    expect((await line())?.hold).toBeNull();
    const foreign = await nurse.ask('patients.setHold', {
      params: { ...params(), holdId: newId() },
      body: { ...body, encounterId: inHouse.encounterId },
    });
    expect(foreign.status).toBe(404);
  });
  test('a death told on the phone is recorded, never ahead, and taken back; one of the feed is not', async () => {
    const who = { patientId: gone.patientId };
    expect((await nurse.ask('patients.markDeceased', { params: who, body: { diedOn: '2031-03-04' } })).status).toBe(
      422,
    );
    await nurse.ok('patients.markDeceased', { params: who, body: { diedOn: '2031-03-02' } });
    await nurse.ok('patients.markDeceased', { params: who, body: { diedOn: '2031-03-03' } });
    const record = await nurse.ok('patients.readPatient', { params: who });
    expect(record.patient.deceased).toEqual({ at: '2031-03-01T16:00:00.000Z', source: 'staff' });
    await nurse.ok('patients.correctDeath', { params: who });
    expect((await nurse.ok('patients.readPatient', { params: who })).patient.deceased).toBeNull();
    const died = await buildStay(house(), { stay: { disposition: 'died' } });
    expect(await nurse.ask('patients.correctDeath', { params: { patientId: died.patientId } })).toMatchObject({
      status: 409,
      body: { type: 'urn:dayone:patients:death-from-feed' },
    });
  });
  test('the log holds no name and no phone', () => {
    expect(house().logLines.join('\n')).not.toMatch(/张桂兰|李建军|冯小丽|王芳|1381111|1378888/);
  });
});
