import type { QuestionOf, Value } from './types.ts';

type Key = QuestionOf<'channels'>['channels'][number]['key'];

/** A number to tell, and all it stands for: one line answered day and night is told once. */
export interface ChannelLine {
  readonly phone: string | null;
  readonly keys: readonly Key[];
}

/** The numbers of the emergency channel, each once, in the order they are told. */
export function channelLines(channels: QuestionOf<'channels'>['channels']): ChannelLine[] {
  const lines = new Map<string | null, Key[]>();
  for (const { key, phone } of channels) lines.set(phone, [...(lines.get(phone) ?? []), key]);
  return [...lines].map(([phone, keys]) => ({ phone, keys }));
}

/** What has been told: that of an answer, nothing where there is none. */
export function toldOf(value: Value | undefined): readonly Key[] {
  return value?.kind === 'channels' ? value.told : [];
}

/** Ticks a line, or takes the tick back. */
export function toggleLine(line: ChannelLine, told: readonly Key[]): Value {
  const rest = told.filter((key) => !line.keys.includes(key));
  const ticked = line.keys.every((key) => told.includes(key));
  return { kind: 'channels', told: ticked ? rest : [...rest, ...line.keys] };
}
