import type { PatientCard } from '../../../../contract/patients.ts';
import type { Scope } from '../../kernel/access/index.ts';
import { formOfAddress } from './form-of-address.ts';

/** 张桂兰 → 张*兰, 张兰 → 张*, John Smith → J*** S****: enough to recognise one's own name, not to learn another's. */
export function maskName(name: string): string {
  if (/\s/.test(name.trim())) return name.trim().split(/\s+/).map(maskWord).join(' ');
  const letters = [...name.trim()];
  if (letters.length <= 1) return '*';
  if (!/^\p{Script=Han}/u.test(name)) return maskWord(name.trim());
  if (letters.length === 2) return `${letters[0]}*`;
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
}

function maskWord(word: string): string {
  const letters = [...word];
  return `${letters[0]}${'*'.repeat(letters.length - 1)}`;
}

/** The same mark for the same person every time, telling nothing: 患者 7F3A, from the random tail of the id. */
export function pseudonym(id: string): string {
  return `患者 ${id.slice(-4).toUpperCase()}`;
}

/** What of a person this reader may be shown. */
export function showCard(
  shown: Scope['identity'],
  person: {
    id: string;
    name: string;
    sex: PatientCard['sex'];
    age: number | null;
    wish: string | null;
    elder: boolean;
  },
): PatientCard {
  const { id, elder, name, sex, age } = person;
  switch (shown) {
    case 'full':
      return { id, name, formOfAddress: formOfAddress(person), age, sex, elder };
    case 'name-only':
      return { id, name: maskName(name), formOfAddress: maskName(name), age: null, sex: 'unknown', elder };
    case 'pseudonym':
      return { id, name: pseudonym(id), formOfAddress: pseudonym(id), age: null, sex: 'unknown', elder };
    case 'none':
      return { id, name: '患者', formOfAddress: '患者', age: null, sex: 'unknown', elder };
    default:
      return shown satisfies never;
  }
}
