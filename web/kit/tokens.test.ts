import { describe, expect, it } from 'vitest';
import { dark, light, type Palette } from './tokens.ts';
import { tokensCss } from './tokens-css.ts';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const textOn: [keyof Palette, keyof Palette][] = [
  ...(['ink', 'ink2', 'teal', 'tealDeep', 'green', 'amber', 'red', 'blue'] as const).flatMap(
    (text): [keyof Palette, keyof Palette][] => [
      [text, 'paper'],
      [text, 'card'],
      [text, 'sunken'],
    ],
  ),
  ['onTeal', 'teal'],
  ['onSoftTeal', 'softTeal'],
  ['onSoftGreen', 'softGreen'],
  ['onSoftAmber', 'softAmber'],
  ['onSoftRed', 'softRed'],
  ['onSoftBlue', 'softBlue'],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s tokens', (_name, palette) => {
  it.each(textOn)('%s is readable on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it('the edge of a control is visible', () => {
    expect(contrast(palette.edge, palette.card)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.edge, palette.paper)).toBeGreaterThanOrEqual(3);
  });
});

it('every colour becomes a variable in both grounds', () => {
  const css = tokensCss();
  expect(css).toContain('--ink-2:#4A5A60;');
  expect(css).toContain('--ink-2:#A9B7B5;');
  expect(css).toContain('--on-soft-amber:#6B4500;');
  expect(css).toContain('[data-scale=elder]{--text:22px');
});
