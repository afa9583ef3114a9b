import { expect, test } from 'vitest';
import { spokenPhone } from './spoken-phone.ts';

test.each([
  ['+8613800000000', '138 0000 0000'],
  ['+862155550101', '021 5555 0101'],
  ['+861066660101', '010 6666 0101'],
  ['+865718765432', '0571 876 5432'],
  ['+85223456789', '+85223456789'],
])('%s is read as %s', (phone, spoken) => {
  expect(spokenPhone(phone)).toBe(spoken);
});
