import { getText, type Message, parseDtm, type Segment, segments } from '../../../../../protocols/hl7v2/index.ts';
import { classOf } from '../codes.ts';
import { BrokenMessage, type ChargeMessage, type FeedFacts, type Ignored, type PersonClaim } from '../stay-message.ts';
import { eventTime, visitNumberOf } from './stay.ts';
import { timeAt } from './time.ts';

const NOT_USED: Ignored = { kind: 'ignored', reason: 'charge-not-used' };
/** Table 0017: a credit and an adjustment take money back, nothing was done. */
const TAKEN_BACK = ['CD', 'AJ'];

/**
 * DFT^P03: the day's last charge ends an outpatient procedure, for which no A03 comes. What the message itself says to be another
 * class, or to belong to no visit, is left alone; the class on record decides the rest.
 */
export function chargeOf(message: Message, feed: FeedFacts, person: () => PersonClaim): ChargeMessage | Ignored {
  const said = getText(message, 'PV1-2');
  const visit = visitNumberOf(message).value;
  const ofOther = said !== undefined && classOf(said, true)?.class !== 'outpatient-procedure';
  const charges = segments(message, 'FT1').map((ft1, at) => ({ ft1, shown: `FT1[${at + 1}]-4` }));
  const made = charges.filter(({ ft1 }) => !TAKEN_BACK.includes(getText(ft1, 'FT1-6')?.toUpperCase() ?? ''));
  if (ofOther || visit === undefined || made.length === 0) return NOT_USED;
  const instants = made.flatMap(({ ft1, shown }) => instantOf(ft1, feed.timeZone, shown)?.getTime() ?? []);
  const at = instants.length > 0 ? new Date(Math.max(...instants)) : eventTime(message, feed.timeZone);
  if (at === null) throw new BrokenMessage('no-discharge-time', 'FT1-4');
  return { kind: 'charge', person: person(), visitNo: visit, chargedAt: at };
}

/** Many systems charge by the day; midnight of that day would lie before the patient came, so the event's own time is taken. */
function instantOf(ft1: Segment, zone: string, shown: string): Date | null {
  if (parseDtm(getText(ft1, 'FT1-4.1') ?? '')?.precision === 'day') return null;
  return timeAt(ft1, 'FT1-4.1', zone, shown);
}
