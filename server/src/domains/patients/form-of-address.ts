import type { PatientCard } from '../../../../contract/patients.ts';

type Sex = PatientCard['sex'];

const CHILD_UNTIL = 14;
const YOUTH_UNTIL = 18;
const AUNT_FROM = 55;
const GRANDPARENT_FROM = 80;
/** Surnames of two characters still met; a name of three or more characters beginning with one is split behind it. */
const COMPOUND = new Set(
  '欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 司空 令狐 端木 轩辕 南宫 百里 东郭 西门 呼延 申屠 太史 公冶 独孤 拓跋 闻人 赫连 澹台 第五 淳于 单于 钟离 濮阳'.split(
    ' ',
  ),
);

/** The surname of a Chinese name; the whole name where it is not one. */
export function surnameOf(name: string): string {
  if (!/^\p{Script=Han}+$/u.test(name)) return name;
  return name.length > 2 && COMPOUND.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1);
}

/**
 * How a nurse would call this person: their own wish first (李老师), else by age and sex (张奶奶 from 80, 张阿姨 from 55, 张女士,
 * 乐乐小朋友). Age unknown: 先生 or 女士; sex unknown too: the name. Never a diagnosis, never 亲.
 */
export function formOfAddress(person: { name: string; sex: Sex; age: number | null; wish: string | null }): string {
  const { name, sex, age, wish } = person;
  if (wish?.trim()) return wish.trim();
  const surname = surnameOf(name);
  if (surname === name) return name;
  if (age !== null && age < CHILD_UNTIL) return `${name.slice(surname.length)}小朋友`;
  if (age !== null && age < YOUTH_UNTIL) return `${surname}同学`;
  const title = titleOf(sex, age);
  return title ? `${surname}${title}` : name;
}

function titleOf(sex: Sex, age: number | null): string | null {
  switch (sex) {
    case 'female':
      if (age === null || age < AUNT_FROM) return '女士';
      return age < GRANDPARENT_FROM ? '阿姨' : '奶奶';
    case 'male':
      if (age === null || age < AUNT_FROM) return '先生';
      return age < GRANDPARENT_FROM ? '叔叔' : '爷爷';
    case 'other':
    case 'unknown':
      return null;
    default:
      return sex satisfies never;
  }
}
