import { expect, it } from 'vitest';
import { fill } from './fill.ts';

const holes = { form_of_address: '王阿姨', day_number: '3', ward_phone: '021', hospital: '医院', clinician: '$&护士' };

it('fills every hole it knows, takes values as they are, and shows no brackets for one it does not', () => {
  expect(fill('{{form_of_address}}，第 {{ day_number }} 天，{{clinician}}，{{unknown}}。', holes)).toBe(
    '王阿姨，第 3 天，$&护士，。',
  );
});

it('is not led astray by names that objects have', () => {
  expect(fill('{{constructor}}{{toString}}', holes)).toBe('');
});
