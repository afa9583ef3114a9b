import { getText, type Message, parseDtm, type Segment } from '../../../../../protocols/hl7v2/index.ts';
import { fromDtm } from '../../../kernel/time/index.ts';
import { BrokenMessage } from '../stay-message.ts';

/** The instant a field names, null where it is empty. A time without offset is the feed's. Throws BrokenMessage. */
export function timeAt(source: Message | Segment, path: string, zone: string, shown = path): Date | null {
  const text = getText(source, path);
  if (text === undefined || /^0+$/.test(text)) return null;
  const read = parseDtm(text);
  if (read === null) throw new BrokenMessage('time-unreadable', shown);
  const { millisecond, precision, ...parts } = read;
  // A year or a month is no instant anybody's clock may run from.
  if (precision === 'year' || precision === 'month') throw new BrokenMessage('time-unreadable', shown, precision);
  const seconds = (parts.second ?? 0) + (millisecond ?? 0) / 1000;
  return fromDtm(parts.second === undefined ? parts : { ...parts, second: seconds }, zone);
}

/** The civil date a field names, null where it is empty or less precise than a day. */
export function dateAt(source: Message | Segment, path: string): string | null {
  const read = parseDtm(getText(source, path) ?? '');
  if (read?.month === undefined || read.day === undefined) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(read.year).padStart(4, '0')}-${two(read.month)}-${two(read.day)}`;
}
