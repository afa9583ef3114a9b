import type { Words } from '../../../../contract/common.ts';

/** What a script may name; filled in for each reader, so that a text never stores a name. */
export interface Filling {
  readonly form_of_address: string;
  readonly day_number: number;
  readonly ward_phone: string;
  readonly hospital: string;
  readonly clinician: string;
}

/** Puts the values into `{{placeholders}}` of every text in a structure; a name nobody knows stays empty. */
export function fill<T>(value: T, filling: Filling): T {
  if (typeof value === 'string')
    return value.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(filling[name as keyof Filling] ?? '')) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => fill(one, filling)) as T;
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, filling)])) as T;
  return value;
}

/** The opening with the person's name before it, as one begins a call: 张阿姨，您好。 A script that names the person keeps its own words. */
export function greet(opening: Words, formOfAddress: string): Words {
  if (formOfAddress === '') return opening;
  const named = (text: string) => text.includes('{{form_of_address}}');
  return {
    'zh-CN': named(opening['zh-CN']) ? opening['zh-CN'] : `${formOfAddress}，${opening['zh-CN']}`,
    en: named(opening.en) ? opening.en : `${formOfAddress}: ${opening.en}`,
  };
}
