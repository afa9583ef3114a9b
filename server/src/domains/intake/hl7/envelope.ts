import { getText, type Message, readCx, repetitions } from '../../../../../protocols/hl7v2/index.ts';
import { type Envelope, shortText } from '../envelope.ts';
import { mapping } from '../stay-message.ts';
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

/** MSH-7, else when the event was recorded; null where neither can be read, which breaks nothing. */
function sentAt(message: Message, zone: string): Date | null {
  let at: Date | null = null;
  mapping(() => {
    at = timeAt(message, 'MSH-7', zone) ?? timeAt(message, 'EVN-2', zone);
    return { kind: 'ignored', reason: 'nothing-to-use' };
  });
  return at;
}
