import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Looks a text up and fills its `{{params}}`. A key that is missing in both languages is returned as it is. */
export type Words = (language: Language, key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Reads every `words/{zh-CN,en}.json` below `root`. Throws when a key stands in two files. */
export function loadWords(root: string): Words {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || path.basename(entry.parentPath) !== 'words' || !entry.name.endsWith('.json')) continue;
    const language = entry.name.slice(0, -5);
    const file = JSON.parse(readFileSync(path.join(entry.parentPath, entry.name), 'utf8')) as Record<string, string>;
    for (const [key, text] of Object.entries(file)) {
      if (texts.has(`${language}:${key}`)) throw new Error(`text ${key} (${language}) is written twice`);
      texts.set(`${language}:${key}`, text);
    }
  }
  return (language, key, params = {}) => {
    const text = texts.get(`${language}:${key}`) ?? texts.get(`zh-CN:${key}`) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  };
}

/** The language a request asks for; Chinese unless English is clearly preferred. */
export function languageOf(header: string | undefined): Language {
  return header?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
