import { getText, type Message, readPl, readXcn, repetitions } from '../../../../../protocols/hl7v2/index.ts';
import { classOf, dispositionOf } from '../codes.ts';
import { BrokenMessage, type FeedFacts, type StayClaim, type StayKind } from '../stay-message.ts';
import { diagnosesOf, medicinesOf, proceduresOf, surgeonOf } from './findings.ts';
import { dateAt, timeAt } from './time.ts';

/** The number of the visit: PV1-19, else PV1-50, else the account in PID-18. The path names the place that should hold it. */
export function visitNumberOf(message: Message): { readonly value: string | undefined; readonly path: string } {
  const value = getText(message, 'PV1-19.1') ?? getText(message, 'PV1-50.1') ?? getText(message, 'PID-18.1');
  return { value, path: 'PV1-19' };
}

/** What the message says of the stay. Throws BrokenMessage at the first place that keeps it from being used. */
export function stayOf(message: Message, kind: StayKind, feed: FeedFacts): StayClaim {
  const { timeZone } = feed;
  const visit = visitNumberOf(message);
  if (visit.value === undefined) throw new BrokenMessage('no-visit-number', visit.path);
  const procedures = proceduresOf(message, timeZone);
  const diagnoses = diagnosesOf(message);
  const medicines = medicinesOf(message, () => true);
  const location = readPl(repetitions(message, 'PV1-3')[0] ?? []);
  const bed = [location.room, location.bed].filter((part) => part !== undefined).join('-');
  const ended = kind === 'discharge' ? endOf(message, feed) : null;
  const urgency = getText(message, 'PV1-4')?.toUpperCase();
  return {
    kind,
    visitNo: visit.value,
    ...stayClass(message, (procedures?.length ?? 0) > 0),
    wardCode: location.pointOfCare ?? null,
    bed: bed === '' ? null : bed,
    admittedAt: timeAt(message, 'PV1-44', timeZone) ?? (kind === 'admit' ? eventTime(message, timeZone) : null),
    expectedDischargeOn: dateAt(message, 'PV2-9'),
    dischargedAt: ended?.at ?? (kind === 'update' ? timeAt(message, 'PV1-45', timeZone) : null),
    ...dispositionAt(message, kind, feed),
    // Table 0007: E emergency, U urgent; A accident and L labour were not planned either.
    urgentAdmission: urgency === undefined ? null : ['E', 'U', 'A', 'L', 'T'].includes(urgency),
    attendingStaffNo: readXcn(repetitions(message, 'PV1-7')[0] ?? []).id ?? surgeonOf(message),
    surgeryAt: procedures?.find((one) => one.performedAt !== null)?.performedAt ?? null,
    reason: getText(message, 'PV2-3.2') ?? getText(message, 'PV2-3.1') ?? null,
    ...(diagnoses === undefined ? {} : { diagnoses }),
    ...(procedures === undefined ? {} : { procedures }),
    ...(medicines === undefined ? {} : { medicines }),
    medicinesMode: 'replace',
  };
}

function stayClass(message: Message, withProcedure: boolean): Pick<StayClaim, 'class' | 'planned'> {
  const code = getText(message, 'PV1-2');
  if (code === undefined) throw new BrokenMessage('class-unknown', 'PV1-2');
  const found = classOf(code, withProcedure);
  if (found === null) throw new BrokenMessage('class-unknown', 'PV1-2');
  return found;
}

/** The instant of discharge: PV1-45; where the sender leaves it out, when the event happened or was recorded. */
function endOf(message: Message, { timeZone }: FeedFacts): { at: Date } {
  const at = timeAt(message, 'PV1-45', timeZone) ?? eventTime(message, timeZone);
  if (at === null) throw new BrokenMessage('no-discharge-time', 'PV1-45');
  return { at };
}

/** When it happened, else when it was recorded. */
export const eventTime = (message: Message, zone: string): Date | null =>
  timeAt(message, 'EVN-6', zone) ?? timeAt(message, 'EVN-2', zone);

function dispositionAt(
  message: Message,
  kind: StayKind,
  feed: FeedFacts,
): Pick<StayClaim, 'disposition' | 'dispositionCode'> {
  const code = getText(message, 'PV1-36');
  if (code === undefined || (kind !== 'discharge' && kind !== 'update'))
    return { disposition: null, dispositionCode: null };
  const disposition = dispositionOf(code, feed.dispositionCodes);
  if (disposition === null) throw new BrokenMessage('disposition-unknown', 'PV1-36');
  return { disposition, dispositionCode: code };
}
