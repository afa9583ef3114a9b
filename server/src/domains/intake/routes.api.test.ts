import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_FHIR_SECRET } from '../../../../tools/seed/fhir-key.ts';
import { useHouse } from '../../../test/harness.ts';
import { changed, example } from '../../../test/hl7.ts';
import { medicinesOfStay, messageActions, messagesIn, stayOf } from '../../../test/look-intake.ts';
import { makeSender, type Sender } from '../../../test/mllp.ts';
import { newSecret, sha256 } from '../../kernel/crypto/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { hospitalByCode } from '../identity/index.ts';
import { insertFeed } from './feed.store.ts';
import { kneeBundle } from './fhir.testing.ts';

const house = useHouse();
let sender: Sender;
const NOW = new Date('2031-03-03T00:00:00Z');
beforeAll(async () => {
  sender = await makeSender(house().house);
});
afterAll(() => sender.stop());

const ids = () => house().tenant(messagesIn);
async function feed(message: Buffer) {
  await sender.send(message);
  await house().drain();
  const row = (await ids()).at(-1);
  if (!row) throw new Error('nothing was stored');
  return row;
}
const brokenMessage = (id: string) =>
  changed(
    example('broken-visit-number', NOW, id),
    ['MR20260004', `MR-${id}`],
    ['13800040001', `1391111000${id.at(-1)}`],
  );
const actions = () => house().tenant(messageActions);
/** A FHIR key of the other hospital, and its house's context. */
async function otherKey() {
  const { ctx } = house().house;
  const other = await hospitalByCode(ctx.db, 'other');
  if (!other) throw new Error('no other hospital');
  const secret = newSecret();
  const feedId = newId() as string;
  await ctx.db.tenant(other.id, (tx) =>
    insertFeed(tx, {
      id: feedId,
      kind: 'fhir',
      name: 'other',
      sending_facility: null,
      receiving_facility: null,
      time_zone: 'Asia/Shanghai',
      disposition_codes: {},
      identifier_systems: {},
      secretHash: sha256(secret),
    }),
  );
  return { secret, feedId, messages: () => ctx.db.tenant(other.id, messagesIn) };
}
const postBundle = (payload: string, key: string | null, url = '/fhir', type = 'application/fhir+json') =>
  house().house.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': type, ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
  });

describe('who may', () => {
  test('nobody without a login; no nurse; an administrator reads and does not correct', async () => {
    const { id, version } = await feed(brokenMessage('w1'));
    const params = { messageId: id };
    const stranger = house().stranger();
    expect((await stranger.ask('intake.listMessages')).status).toBe(401);
    expect((await stranger.ask('intake.openMessage', { params })).status).toBe(401);
    for (const staffNo of ['N101', 'D201', 'H100', 'C401', 'P704', 'M701']) {
      const person = await house().signIn(staffNo);
      expect((await person.ask('intake.listMessages')).status, staffNo).toBe(403);
      expect((await person.ask('intake.openMessage', { params })).status, staffNo).toBe(403);
      expect(
        (await person.ask('intake.correctMessage', { params, body: { version, text: 'x' } })).status,
        staffNo,
      ).toBe(403);
    }
    const administrator = await house().signIn('A900');
    for (const [name, body] of [
      ['intake.correctMessage', { version, text: 'x' }],
      ['intake.replayMessage', { version }],
      ['intake.discardMessage', { version, reason: 'not-ours' }],
    ] as const)
      expect((await administrator.ask(name, { params, body: body as never })).status).toBe(403);
    expect((await administrator.ask('intake.replayQuarantined', { body: { problem: 'no-visit-number' } })).status).toBe(
      403,
    );
  });

  test('an administrator sees places without values; the engineer sees both, and it is written down', async () => {
    const { id } = await feed(brokenMessage('w2'));
    const hidden = await (await house().signIn('A900')).ok('intake.openMessage', { params: { messageId: id } });
    expect(hidden).toMatchObject({ shown: false, text: '', broken: { segment: 'PV1', occurrence: 1, field: 19 } });
    expect(JSON.stringify(hidden)).not.toContain('德明');
    expect(hidden.segments.length).toBeGreaterThan(3);
    const before = (await actions()).length;
    const shown = await (await house().signIn('T801')).ok('intake.openMessage', { params: { messageId: id } });
    expect(shown).toMatchObject({ shown: true, problem: { code: 'no-visit-number', path: 'PV1-19' } });
    expect(shown.text).toContain('周^德明');
    expect((await actions()).slice(before)).toEqual([{ action: 'intake.message-opened' }]);
  });

  test("another hospital's message is not there", async () => {
    const { secret, feedId, messages } = await otherKey();
    expect((await postBundle(JSON.stringify(kneeBundle(NOW)), `other.${secret}`)).statusCode).toBe(200);
    const id = (await messages())[0]?.id ?? '';
    expect(id).not.toBe('');
    const engineer = await house().signIn('T801');
    const params = { messageId: id };
    expect((await engineer.ask('intake.openMessage', { params })).status).toBe(404);
    expect((await engineer.ask('intake.replayMessage', { params, body: { version: 1 } })).status).toBe(404);
    expect((await engineer.ask('intake.correctMessage', { params, body: { version: 1, text: 'x' } })).status).toBe(404);
    expect((await engineer.ask('intake.putDispositionCodes', { params: { feedId }, body: { codes: {} } })).status).toBe(
      404,
    );
    const list = await engineer.ok('intake.listMessages', { query: { limit: 100 } });
    expect(list.items.map((item) => item.id)).not.toContain(id);
    expect((await engineer.ok('intake.listFeeds')).map((one) => one.id)).not.toContain(feedId);
  });
});

describe('mending', () => {
  test('a wrong correction is refused and changes nothing; a right one is read, the original kept', async () => {
    const { id } = await feed(brokenMessage('c1'));
    const engineer = await house().signIn('T801');
    const params = { messageId: id };
    const seen = await engineer.ok('intake.openMessage', { params });
    const wrong = await engineer.ask('intake.correctMessage', {
      params,
      body: { version: seen.version, text: seen.text },
    });
    expect([wrong.status, wrong.body.type]).toEqual([422, 'urn:dayone:intake:still-broken']);
    const text = seen.text.replace('|GK|||||||||', '|GK|||||||||ZY-C1');
    expect(
      (await engineer.ask('intake.correctMessage', { params, body: { version: seen.version + 1, text } })).status,
    ).toBe(409);
    const mended = await engineer.ok('intake.correctMessage', { params, body: { version: seen.version, text } });
    expect(mended).toMatchObject({ state: 'received', corrected: true, originalText: seen.text });
    await house().drain();
    const after = await engineer.ok('intake.openMessage', { params });
    expect(after).toMatchObject({ state: 'processed', problem: null, correctedBy: '沈阳' });
    expect(after.encounterId).not.toBeNull();
    const found = await engineer.ok('intake.listMessages', { query: { search: 'ZY-C1' } });
    expect(found.items.map((item) => item.id)).toEqual([id]);
    expect(
      (await engineer.ask('intake.correctMessage', { params, body: { version: after.version, text } })).status,
    ).toBe(409);
  });

  test('a code the feed did not know is told, and all that waited for it are read again', async () => {
    const waiting: string[] = [];
    for (const n of ['7', '8']) {
      const message = changed(
        example('knee-discharge', NOW, `q${n}`),
        ['MR20260001', `MR-Q${n}`],
        ['ZY20260001', `ZY-Q${n}`],
        ['13800010001', `1392222000${n}`],
        ['||1||||||||', '||77||||||||'],
      );
      waiting.push((await feed(message)).id);
    }
    const engineer = await house().signIn('T801');
    const counts = await engineer.ok('intake.messageCounts');
    expect(counts.problems).toContainEqual({ code: 'disposition-unknown', count: 2 });
    const [mllp] = (await engineer.ok('intake.listFeeds')).filter((one) => one.kind === 'mllp');
    await engineer.ok('intake.putDispositionCodes', {
      params: { feedId: mllp?.id ?? '' },
      body: { codes: { '77': 'transferred' } },
    });
    expect(await engineer.ok('intake.replayQuarantined', { body: { problem: 'disposition-unknown' } })).toEqual({
      replayed: 2,
      more: false,
    });
    await house().drain();
    const states = (await ids()).filter((row) => waiting.includes(row.id)).map((row) => row.state);
    expect(states).toEqual(['processed', 'processed']);
  });

  test('laid aside with a reason, once; still found', async () => {
    const { id, version } = await feed(brokenMessage('d1'));
    const engineer = await house().signIn('T801');
    const params = { messageId: id };
    expect(
      (await engineer.ask('intake.discardMessage', { params, body: { version: version + 5, reason: 'test-message' } }))
        .status,
    ).toBe(409);
    expect(
      await engineer.ok('intake.discardMessage', { params, body: { version, reason: 'test-message' } }),
    ).toMatchObject({ state: 'discarded' });
    expect(
      (await engineer.ask('intake.discardMessage', { params, body: { version: version + 1, reason: 'test-message' } }))
        .status,
    ).toBe(409);
    const found = await engineer.ok('intake.listMessages', { query: { state: 'discarded' } });
    expect(found.items.map((item) => item.id)).toEqual([id]);
    expect((await actions()).at(-1)).toEqual({ action: 'intake.message-discarded' });
  });

  test('pages follow each other without gap or repeat', async () => {
    const engineer = await house().signIn('T801');
    const all = (await engineer.ok('intake.listMessages', { query: { limit: 100 } })).items.map((item) => item.id);
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await engineer.ok('intake.listMessages', { query: { limit: 2, ...(after ? { after } : {}) } });
      paged.push(...page.items.map((item) => item.id));
      after = page.next ?? undefined;
    } while (after);
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
  });
});

describe('FHIR', () => {
  const post = (
    payload: string,
    key: string | null = `demo.${DEMO_FHIR_SECRET}`,
    url = '/fhir',
    type = 'application/fhir+json',
  ) => postBundle(payload, key, url, type);

  test('no key, a wrong key, a key on another address: 401', async () => {
    const body = JSON.stringify(kneeBundle(NOW));
    for (const key of [null, 'demo.wrong-wrong-wrong-wrong', `other.${DEMO_FHIR_SECRET}`])
      expect((await post(body, key)).statusCode).toBe(401);
    const elsewhere = await house().house.app.inject({
      method: 'GET',
      url: '/api/intake/messages',
      headers: { authorization: `Bearer demo.${DEMO_FHIR_SECRET}` },
    });
    expect(elsewhere.statusCode).toBe(401);
  });

  test('no JSON, no bundle: 400 with an outcome, nothing kept', async () => {
    const before = (await ids()).length;
    for (const body of ['', '{', '[]', '{"resourceType":"Patient"}', '{"resourceType":"Bundle","type":"searchset"}']) {
      const answer = await post(body);
      expect([answer.statusCode, answer.json().resourceType], body).toEqual([400, 'OperationOutcome']);
      expect(answer.headers['content-type']).toContain('application/fhir+json');
    }
    expect(await ids()).toHaveLength(before);
  });

  test('a bundle that cannot be used: 422 with the place, kept in quarantine', async () => {
    const answer = await post(JSON.stringify(kneeBundle(NOW)).replace('"code":"home"', '"code":"elsewhere"'));
    expect(answer.statusCode).toBe(422);
    expect(answer.json().issue[0]).toMatchObject({
      expression: ['Encounter.hospitalization.dischargeDisposition'],
      details: { coding: [{ code: 'disposition-unknown' }] },
    });
    expect((await ids()).at(-1)?.state).toBe('quarantined');
  });

  test('the same stay by HL7 and by FHIR is one stay with one set of facts', async () => {
    await feed(example('knee-discharge', NOW, 'twin'));
    const facts = () =>
      house().tenant(async (tx) => {
        const stay = await stayOf(tx, 'ZY20260001');
        return { stay, medicines: await medicinesOfStay(tx, stay?.id ?? newId()) };
      });
    const byHl7 = await facts();
    const answer = await post(JSON.stringify(kneeBundle(NOW)));
    expect([answer.statusCode, answer.json().type]).toEqual([200, 'transaction-response']);
    await house().drain();
    expect((await ids()).at(-1)?.state).toBe('processed');
    expect(await facts()).toEqual(byHl7);
    expect(byHl7.stay?.status).toBe('finished');
    expect(byHl7.medicines).toHaveLength(3);
  });

  test('the same bundle again changes nothing; application/json and /fhir/Bundle are taken too', async () => {
    const before = (await ids()).length;
    expect((await post(JSON.stringify(kneeBundle(NOW)))).statusCode).toBe(200);
    expect(
      (await post(JSON.stringify(kneeBundle(NOW)), `demo.${DEMO_FHIR_SECRET}`, '/fhir/Bundle', 'application/json'))
        .statusCode,
    ).toBe(200);
    expect(await ids()).toHaveLength(before);
  });

  test('metadata is open and says what is true', async () => {
    const answer = await house().house.app.inject({ method: 'GET', url: '/fhir/metadata' });
    expect(answer.json()).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
  });

  test("a key opens its own hospital's mouth only", async () => {
    const { secret, messages } = await otherKey();
    const [before, theirs] = [(await ids()).length, (await messages()).length];
    expect((await post(JSON.stringify(kneeBundle(NOW)), `demo.${secret}`)).statusCode).toBe(401);
    expect((await post(JSON.stringify(kneeBundle(NOW)), `other.${secret}`)).statusCode).toBe(200);
    expect(await ids()).toHaveLength(before);
    expect(await messages()).toHaveLength(theirs + 1);
  });
});
