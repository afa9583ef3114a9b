import { getText, type Message, parseDtm, readCx, repetitions } from '../../../../../protocols/hl7v2/index.ts';
import { type Envelope, shortText } from '../envelope.ts';
import { BrokenMessage } from '../stay-message.ts';
import { visitNumberOf } from './stay.ts';
import { timeAt } from './time.ts';

/** The envelope of an HL7 message, or of as much of it as could be read. */
export function envelopeOf(message: Message | null, timeZone: string): Envelope {
  if (message === null) {
    return {
      format: 'hl7v2',
      type: null,
      controlId: null,
      laneKey: null,
      visitNo: null,
      sentAt: null,
      discharge: false,
    };
  }
  const type = shortText(
    [getText(message, 'MSH-9.1'), getText(message, 'MSH-9.2')].filter((part) => part !== undefined).join('^'),
  );
  const visitNo = shortText(visitNumberOf(message).value);
  const first = repetitions(message, 'PID-3').map(readCx)[0]?.id;
  return {
    format: 'hl7v2',
    type,
    controlId: shortText(getText(message, 'MSH-10')),
    laneKey: first ?? visitNo,
    visitNo,
    sentAt: sentAt(message, timeZone),
    discharge: type === 'ADT^A03',
  };
}

/** When the event was recorded (EVN-2, which a resend keeps), else MSH-7; null where neither can be read, which breaks nothing. */
function sentAt(message: Message, zone: string): Date | null {
  const fine = parseDtm(getText(message, 'EVN-2') ?? '');
  const recorded = fine?.minute === undefined ? null : readTime(message, 'EVN-2', zone);
  return recorded ?? readTime(message, 'MSH-7', zone);
}

function readTime(message: Message, path: string, zone: string): Date | null {
  try {
    return timeAt(message, path, zone);
  } catch (error) {
    if (error instanceof BrokenMessage) return null;
    throw error;
  }
}
