/** Colours of one ground (light or dark). Every pair of text and ground below is held to WCAG AA by `tokens.test.ts`. */
export interface Palette {
  readonly paper: string;
  readonly card: string;
  readonly sunken: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  /** Boundary of controls: 3:1 against paper and card. */
  readonly edge: string;
  readonly teal: string;
  readonly tealDeep: string;
  readonly onTeal: string;
  readonly green: string;
  readonly amber: string;
  readonly red: string;
  readonly blue: string;
  readonly softTeal: string;
  readonly onSoftTeal: string;
  readonly softGreen: string;
  readonly onSoftGreen: string;
  readonly softAmber: string;
  readonly onSoftAmber: string;
  readonly softRed: string;
  readonly onSoftRed: string;
  readonly softBlue: string;
  readonly onSoftBlue: string;
  readonly shadow: string;
}

export const light: Palette = {
  paper: '#FBFAF7',
  card: '#FFFFFF',
  sunken: '#F3F1EA',
  ink: '#1F2A2E',
  ink2: '#4A5A60',
  line: '#D9D6CC',
  edge: '#858C87',
  teal: '#0B6E6E',
  tealDeep: '#084F52',
  onTeal: '#FFFFFF',
  green: '#1E6B3A',
  amber: '#8A5A00',
  red: '#B3261E',
  blue: '#1F5FA8',
  softTeal: '#E0F1F0',
  onSoftTeal: '#084F52',
  softGreen: '#E3F3E8',
  onSoftGreen: '#14532D',
  softAmber: '#FFF1D6',
  onSoftAmber: '#6B4500',
  softRed: '#FDE7E4',
  onSoftRed: '#8C1D18',
  softBlue: '#E4EEF9',
  onSoftBlue: '#174A84',
  shadow: '0 1px 2px rgb(31 42 46 / 5%), 0 6px 20px rgb(31 42 46 / 6%)',
};

export const dark: Palette = {
  paper: '#12191B',
  card: '#1A2326',
  sunken: '#0E1416',
  ink: '#E8ECEA',
  ink2: '#A9B7B5',
  line: '#2F3B3D',
  edge: '#718280',
  teal: '#5CC7C2',
  tealDeep: '#8FDDD9',
  onTeal: '#0C1A1B',
  green: '#7CCB93',
  amber: '#E3B25A',
  red: '#FF9A8F',
  blue: '#8FBDF0',
  softTeal: '#123537',
  onSoftTeal: '#A5E3DF',
  softGreen: '#17331F',
  onSoftGreen: '#ABDFB9',
  softAmber: '#3A2C10',
  onSoftAmber: '#F2D090',
  softRed: '#451B1B',
  onSoftRed: '#FFC1B9',
  softBlue: '#17304B',
  onSoftBlue: '#B2D2F6',
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 6px 20px rgb(0 0 0 / 25%)',
};

export const fontFamily =
  '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", system-ui, sans-serif';

/** Type scale: size and line height in px of text, titles and small print, and the least height of something to tap. */
export interface Scale {
  readonly text: readonly [size: number, line: number];
  readonly title: readonly [size: number, line: number];
  readonly small: readonly [size: number, line: number];
  readonly tap: number;
  readonly motionMs: number;
}
export type ScaleName = 'staff' | 'patient' | 'elder';
export const scales: Record<ScaleName, Scale> = {
  staff: { text: [14, 22], title: [20, 28], small: [12, 18], tap: 32, motionMs: 160 },
  patient: { text: [18, 30], title: [24, 34], small: [15, 24], tap: 48, motionMs: 180 },
  elder: { text: [22, 36], title: [28, 40], small: [19, 30], tap: 60, motionMs: 0 },
};
