import { expect, it } from 'vitest';
import type { Role } from '../../../../contract/identity.ts';
import { ROLES } from './permissions.ts';

const who = (permission: string) =>
  (Object.keys(ROLES) as Role[]).filter((role) => ROLES[role].may.includes(permission)).sort();

it('lets whoever works on calls stop contact, and lift what they have set', () => {
  expect(who('calls.work')).toContain('customer-service');
  expect(who('patients.hold')).toEqual(who('calls.work'));
});

it('gives customer service no other hand on the record', () => {
  const may = ROLES['customer-service'].may.filter((one) => /\.(write|consent|resolve|record)$/.test(one));
  expect(may).toEqual([]);
});
