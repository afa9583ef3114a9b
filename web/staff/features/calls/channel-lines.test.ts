import { expect, it } from 'vitest';
import { channelLines, toggleLine, toldOf } from './channel-lines.ts';

const phone = '021-55550101';
const told = (onCall: string | null) =>
  channelLines([
    { key: 'ward', phone },
    { key: 'on-call', phone: onCall },
    { key: '120', phone: '120' },
  ]).map(({ keys }) => keys);

it('tells a number that serves day and night once, and keeps different ones apart', () => {
  expect(told(phone)).toEqual([['ward', 'on-call'], ['120']]);
  expect(told('021-55550199')).toHaveLength(3);
});
it('ticks all a line stands for, and takes all of it back', () => {
  const line = { phone, keys: ['ward', 'on-call'] as const };
  const ticked = toggleLine(line, ['120']);
  expect(ticked).toEqual({ kind: 'channels', told: ['120', 'ward', 'on-call'] });
  expect(toggleLine(line, toldOf(ticked))).toEqual({ kind: 'channels', told: ['120'] });
});
it('completes a line that was half told', () => {
  const line = { phone, keys: ['ward', 'on-call'] as const };
  expect(toggleLine(line, ['ward'])).toEqual({ kind: 'channels', told: ['ward', 'on-call'] });
});
