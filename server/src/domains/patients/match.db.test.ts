import { describe, expect, test } from 'vitest';
import { useHouse } from '../../../test/harness.ts';
import { toldOf } from '../../../test/told.ts';
import { newId } from '../../kernel/ids/index.ts';
import { systemScope } from '../identity/index.ts';
import {
  contactGate,
  contactsOf,
  hasConsent,
  markDeceased,
  matchOrRegister,
  mergePatients,
  type PersonSeen,
  patientCards,
  preferredHours,
  recordConsent,
  resolvePatient,
  saveReach,
  setHold,
} from './index.ts';

const house = useHouse();
let serial = 0;

function person(over: Partial<PersonSeen> = {}): PersonSeen {
  return {
    lookupKey: house().house.ctx.lookupKey,
    identifiers: [],
    name: '张桂兰',
    sex: 'female',
    bornOn: '1962-05-01',
    phones: [],
    relatives: [],
    deceasedAt: null,
    ...over,
  };
}
const mrn = (value: string) => ({ system: 'mrn', value, type: 'medical-record' as const });
const nationalId = (value: string) => ({ system: 'cn-id', value, type: 'national-id' as const });
const phone = () => `138${String(10_000_000 + ++serial)}`;
const scope = () => systemScope(house().hospitalId);
const match = (over: Partial<PersonSeen>) => house().tenant((tx) => matchOrRegister(tx, scope(), person(over)));
const types = async (patientId: string) => (await toldOf(house(), patientId)).map((event) => event.type);

describe('matching', () => {
  test('by identifier; the same message again changes nothing', async () => {
    const seen = { identifiers: [mrn('A1'), nationalId('310101196205010028')], phones: ['021-55550177', phone()] };
    const first = await match(seen);
    expect(first).toMatchObject({ created: true, matchedBy: 'none' });
    expect(await match(seen)).toEqual({ patientId: first.patientId, created: false, matchedBy: 'identifier' });
    expect(await types(first.patientId)).toEqual(['patient.registered']);
    const contacts = await house().tenant((tx) => contactsOf(tx, scope(), first.patientId));
    expect(contacts.map((one) => one.phone)).toEqual(['+862155550177', expect.stringMatching(/^\+86138/)]);
  });

  test('by phone and name, never by name alone, never by a relative’s phone', async () => {
    const own = phone();
    const hers = phone();
    const known = await match({ phones: [own], relatives: [{ name: '王芳', relationship: '女儿', phones: [hers] }] });
    expect(await match({ phones: [own.replace(/^138/, '+86 138 ')], name: '张 桂兰', bornOn: null })).toMatchObject({
      patientId: known.patientId,
      matchedBy: 'phone-and-name',
    });
    expect((await match({ phones: [phone()] })).created).toBe(true);
    expect((await match({ phones: [] })).created).toBe(true);
    expect((await match({ phones: [hers] })).created).toBe(true);
    expect((await match({ phones: [own], name: '张桂芳' })).created).toBe(true);
  });

  test('another national id or record number is another person', async () => {
    const own = phone();
    const known = await match({ phones: [own], identifiers: [mrn('B1'), nationalId('310101196205010044')] });
    const ours = phone();
    await match({ phones: [ours], identifiers: [mrn('B3')] });
    expect((await match({ phones: [ours], identifiers: [mrn('B2')] })).created).toBe(true);
    expect((await match({ phones: [own], identifiers: [nationalId('310101196205010060')] })).created).toBe(true);
    await expect(match({ identifiers: [mrn('B1'), nationalId('310101196205010079')] })).rejects.toMatchObject({
      code: 'identity-conflict',
    });
    expect((await match({ identifiers: [mrn('B1')] })).patientId).toBe(known.patientId);
  });

  test('two identifiers of two people stop the message', async () => {
    await match({ identifiers: [mrn('C1')], name: '甲某' });
    await match({ identifiers: [nationalId('310101197001010011')], name: '乙某' });
    await expect(
      match({ identifiers: [mrn('C1'), nationalId('310101197001010011')], name: '甲某' }),
    ).rejects.toMatchObject({ code: 'identity-conflict' });
  });

  test('two people who fit equally well are not guessed between', async () => {
    const shared = phone();
    await match({ phones: [shared], identifiers: [mrn('D1')], bornOn: null });
    await match({ phones: [shared], identifiers: [mrn('D2')], bornOn: null });
    expect((await match({ phones: [shared], bornOn: null })).created).toBe(true);
  });

  test('a hand entry is confirmed and corrected by the feed, and does not correct the feed', async () => {
    const own = phone();
    const hand = await match({ phones: [own], sex: 'unknown', bornOn: null, provisional: true });
    const fed = await match({ phones: [own], identifiers: [mrn('E1')], bornOn: '1962-05-01' });
    expect(fed).toEqual({ patientId: hand.patientId, created: false, matchedBy: 'phone-and-name' });
    await match({ phones: [own], sex: 'unknown', bornOn: null, provisional: true });
    const card = (await house().tenant((tx) => patientCards(tx, scope(), [hand.patientId]))).get(hand.patientId);
    expect(card).toMatchObject({ sex: 'female', age: 68, formOfAddress: '张阿姨' });
  });

  test('two requests at once register one person', async () => {
    const seen = { identifiers: [mrn('F1')] };
    const both = await Promise.allSettled([match(seen), match(seen)]);
    const ok = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.patientId] : []));
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect(new Set(ok).size).toBe(1);
    expect(refused.every((code) => code === 'match-race')).toBe(true);
    expect((await match(seen)).patientId).toBe(ok[0]);
  });

  test('a death in the message is told once', async () => {
    const died = { identifiers: [mrn('G1')], deceasedAt: new Date('2031-03-02T02:00:00Z') };
    const { patientId } = await match(died);
    await match(died);
    expect((await types(patientId)).filter((type) => type === 'patient.died')).toHaveLength(1);
    expect((await house().tenant((tx) => contactGate(tx, patientId))).alive).toBe(false);
  });
});

describe('merge', () => {
  test('one person is left: stricter consent, holds, numbers, alias', async () => {
    const own = phone();
    const from = (await match({ identifiers: [mrn('M1')], phones: [own] })).patientId;
    const into = (await match({ identifiers: [mrn('M2')], phones: [own, phone()] })).patientId;
    const old = (await match({ identifiers: [mrn('M0')] })).patientId;
    const decide = (patientId: string, purpose: 'marketing' | 'research' | 'community', state: 'granted' | 'refused') =>
      house().tenant((tx) =>
        recordConsent(tx, scope(), {
          id: newId(),
          patientId,
          purpose,
          state,
          textVersion: '1',
          method: 'verbal',
          givenBy: 'patient',
          givenByName: null,
          encounterId: null,
        }),
      );
    await decide(from, 'marketing', 'refused');
    await decide(into, 'marketing', 'granted');
    await decide(into, 'research', 'refused');
    await decide(from, 'research', 'granted');
    await decide(from, 'community', 'granted');
    const holdId = newId();
    await house().tenant((tx) =>
      setHold(tx, scope(), { id: holdId, patientId: from, encounterId: null, reason: 'dispute' }),
    );
    await house().tenant((tx) =>
      saveReach(tx, scope(), house().house.ctx.lookupKey, from, {
        formOfAddress: '张老师',
        preferredFrom: '09:00',
        preferredTo: '11:30',
        channel: 'phone',
        notes: null,
        elderMode: true,
        phones: [own],
        version: 1,
      }),
    );
    expect(await house().tenant((tx) => mergePatients(tx, scope(), old, from))).toBe(true);
    expect(await house().tenant((tx) => mergePatients(tx, scope(), from, into))).toBe(true);
    expect(await house().tenant((tx) => mergePatients(tx, scope(), from, into))).toBe(false);
    expect(await house().tenant((tx) => mergePatients(tx, scope(), newId(), into))).toBe(false);
    await house().tenant(async (tx) => {
      expect(await resolvePatient(tx, from)).toBe(into);
      expect(await resolvePatient(tx, old)).toBe(into);
      expect(await hasConsent(tx, into, 'marketing')).toBe('refused');
      expect(await hasConsent(tx, into, 'research')).toBe('refused');
      expect(await hasConsent(tx, into, 'community')).toBe('granted');
      expect(await hasConsent(tx, into, 'device-data')).toBe('none');
      expect(await contactGate(tx, into)).toEqual({ alive: true, hold: 'dispute', mergedInto: null });
      expect((await contactGate(tx, from)).mergedInto).toBe(into);
      const phones = (await contactsOf(tx, scope(), into)).map((one) => one.phone);
      expect(new Set(phones).size).toBe(phones.length);
      expect(phones).toContain(`+86${own}`);
      expect((await patientCards(tx, scope(), [from])).get(from)).toMatchObject({ id: into, formOfAddress: '张老师' });
      expect(await preferredHours(tx, into)).toEqual({ start: '09:00', end: '11:30' });
    });
    expect((await match({ identifiers: [mrn('M1')] })).patientId).toBe(into);
    expect((await types(into)).filter((type) => type === 'patient.merged')).toHaveLength(1);
  });

  test('a death of either is one of both', async () => {
    const from = (await match({ identifiers: [mrn('N1')] })).patientId;
    const into = (await match({ identifiers: [mrn('N2')] })).patientId;
    await house().tenant((tx) => markDeceased(tx, scope(), from, tx.now, 'staff'));
    await house().tenant((tx) => mergePatients(tx, scope(), from, into));
    expect((await house().tenant((tx) => contactGate(tx, into))).alive).toBe(false);
    expect(await types(into)).toContain('patient.died');
  });

  test('two merges at once, one against the other, end in one person', async () => {
    const a = (await match({ identifiers: [mrn('O1')] })).patientId;
    const b = (await match({ identifiers: [mrn('O2')] })).patientId;
    await Promise.all([
      house().tenant((tx) => mergePatients(tx, scope(), a, b)),
      house().tenant((tx) => mergePatients(tx, scope(), b, a)),
    ]);
    const stands = await house().tenant(async (tx) => [await resolvePatient(tx, a), await resolvePatient(tx, b)]);
    expect(new Set(stands).size).toBe(1);
  });
});

test('an id nobody has may not be contacted', async () => {
  expect(await house().tenant((tx) => contactGate(tx, newId()))).toEqual({
    alive: false,
    hold: null,
    mergedInto: null,
  });
});

test('the log holds no name and no phone', async () => {
  expect(house().logLines.join('\n')).not.toMatch(/张桂兰|王芳|\+86138|1381\d{7}/);
});
