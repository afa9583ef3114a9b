import { dark, fontFamily, light, type Palette, type Scale, scales } from './tokens.ts';

const kebab = (name: string) => name.replace(/([A-Z]|\d)/g, (part) => `-${part.toLowerCase()}`);
const colours = (palette: Palette) =>
  Object.entries(palette)
    .map(([name, value]) => `--${kebab(name)}:${value};`)
    .join('');
const scale = ({ text, title, small, tap, motionMs }: Scale) =>
  `--text:${text[0]}px;--text-line:${text[1]}px;--title:${title[0]}px;--title-line:${title[1]}px;` +
  `--small:${small[0]}px;--small-line:${small[1]}px;--tap:${tap}px;--motion:${motionMs}ms;`;

/** The style sheet of CSS variables made from the tokens: `--paper`, `--ink-2`, `--soft-teal`, `--text`, `--tap`, … */
export function tokensCss(): string {
  return [
    `:root{color-scheme:light dark;--font:${fontFamily};--radius:12px;${colours(light)}${scale(scales.staff)}}`,
    `@media (prefers-color-scheme:dark){:root{${colours(dark)}}}`,
    `[data-scale=patient]{${scale(scales.patient)}}`,
    `[data-scale=elder]{${scale(scales.elder)}}`,
    '@media (prefers-reduced-motion:reduce){:root,[data-scale]{--motion:0ms}}',
  ].join('\n');
}

/** Puts the variables into the page; called once, before the first render. */
export function mountTokens(): void {
  const sheet = document.createElement('style');
  sheet.textContent = tokensCss();
  document.head.prepend(sheet);
}
