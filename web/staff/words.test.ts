import { expect, it } from 'vitest';
import { words as en } from './words.en.ts';
import { words as zh } from './words.zh-CN.ts';

// Plural endings differ between languages: Chinese has one form, English two.
const stems = (words: Record<string, string>) =>
  new Set(Object.keys(words).map((key) => key.replace(/_(one|other)$/, '')));
const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '../kit/**/*.{ts,tsx}', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

it('both languages have the same texts, none empty', () => {
  expect([...stems(en)].sort()).toEqual([...stems(zh)].sort());
  for (const [key, text] of [...Object.entries(en), ...Object.entries(zh)]) expect(text.trim(), key).not.toBe('');
});
it('both languages use the same values inside a text', () => {
  const holes = (text: string | undefined) => [...new Set(text?.match(/{{\w+}}/g))].sort();
  for (const key of Object.keys(zh)) expect(holes(en[key]), key).toEqual(holes(zh[key]));
});
it('every text a page asks for exists', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(30);
  const asked = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/\bt\('([\w.-]+)'|labelKey: '([\w.-]+)'/g)].map((hit) => hit[1] ?? hit[2] ?? ''),
  );
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => !stems(zh).has(key))).toEqual([]);
});
