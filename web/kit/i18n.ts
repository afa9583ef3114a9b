import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './formats.ts';

/** Flat words of one language: `{ "<domain>.<screen>.<thing>": "…" }`. */
export type Words = Record<string, string>;
/** Loads all words of one language; each app gives its own, so that a phone never loads the console's. */
export type WordsLoader = (language: Language) => Promise<Words>;

const storageKey = 'dayone.language';

/** Merges what `import.meta.glob('…/zh-CN.json', { eager: true, import: 'default' })` found; a key given twice is an error. */
export function mergeWords(files: Record<string, unknown>): Words {
  const merged: Words = {};
  for (const [file, words] of Object.entries(files)) {
    for (const [key, text] of Object.entries(words as Words)) {
      if (key in merged) throw new Error(`The text ${key} is given twice, again in ${file}`);
      merged[key] = text;
    }
  }
  return merged;
}

/** The language chosen on this computer; Chinese unless someone chose English. */
export function storedLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN';
}

let loadWords: WordsLoader;

/** Starts i18next with the stored language. Keys are flat: dots and colons in them mean nothing. */
export async function startI18n(load: WordsLoader): Promise<void> {
  loadWords = load;
  const language = storedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: await load(language) } },
  });
  document.documentElement.lang = language;
}

/** Changes the language at once and keeps the choice on this computer. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await loadWords(language));
  }
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
