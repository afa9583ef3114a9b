import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { atLocal, civilDate, formatLocal, localMillis } from '../../../kernel/time/index.ts';
import { type Pathway, readPackFolder } from '../../content/index.ts';
import { horizonFrom, type LaidTask, layOut } from './lay-out.ts';
import { forVariant } from './variant.ts';

const SH = 'Asia/Shanghai';
const surgery = atLocal('2031-02-27', '10:00', SH);
const discharge = atLocal('2031-03-03', '10:15', SH);
const DAY = 86_400_000;
let knee: Pathway;

beforeAll(async () => {
  const read = await readPackFolder(path.resolve(import.meta.dirname, '../../../../../content/knee-replacement'));
  if (!read.ok) throw new Error('the knee pack has problems');
  knee = read.sections.pathway;
});

const lay = (anchors = { discharge, surgery: surgery as Date | null }, now = discharge) =>
  layOut(knee, anchors, SH, now, horizonFrom(now));
const line = (task: LaidTask) => {
  const [hour, minute] = [
    Math.floor(localMillis(task.dueAt, SH) / 3_600_000),
    (localMillis(task.dueAt, SH) / 60_000) % 60,
  ];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${civilDate(task.dueAt, SH).slice(5)} ${two(hour)}:${two(minute)} ${task.taskKey}`;
};

// Written by hand from pathway.yaml: operated on 27 February (day 0), home on 3 March at 10:15, so 3 March is day 4 of the knee.
const TEN_DAYS = `
03-03 11:00 do-walker-walk
03-03 12:15 join-group
03-03 15:00 do-heel-slide
03-04 07:30 do-ankle-pump
03-04 08:00 measure-temperature
03-04 08:30 do-quad-set
03-04 09:00 do-heel-prop
03-04 09:00 message-day-1
03-04 10:00 do-straight-leg-raise
03-04 10:00 review-medicines-first
03-04 10:15 day-one-call
03-04 11:00 do-walker-walk
03-04 15:00 do-heel-slide
03-04 18:00 measure-temperature
03-04 20:00 measure-pain
03-05 07:30 do-ankle-pump
03-05 08:00 measure-temperature
03-05 08:30 do-quad-set
03-05 09:00 do-heel-prop
03-05 10:00 do-straight-leg-raise
03-05 11:00 do-walker-walk
03-05 15:00 do-heel-slide
03-05 18:00 measure-temperature
03-05 20:00 measure-pain
03-06 07:30 do-ankle-pump
03-06 08:00 measure-temperature
03-06 08:30 do-quad-set
03-06 09:00 do-heel-prop
03-06 09:00 message-day-3
03-06 10:00 do-straight-leg-raise
03-06 10:30 do-stairs
03-06 11:00 do-walker-walk
03-06 15:00 do-heel-slide
03-06 15:00 survey-satisfaction
03-06 18:00 measure-temperature
03-06 20:00 measure-pain
03-07 07:30 do-ankle-pump
03-07 08:00 measure-temperature
03-07 09:00 do-heel-prop
03-07 10:00 do-straight-leg-raise
03-07 10:30 do-stairs
03-07 11:00 do-walker-walk
03-07 16:00 do-short-arc
03-07 17:00 do-seated-bend
03-07 18:00 measure-temperature
03-07 20:00 measure-pain
03-08 07:30 do-ankle-pump
03-08 08:00 measure-temperature
03-08 09:00 do-heel-prop
03-08 10:00 do-straight-leg-raise
03-08 10:30 do-stairs
03-08 11:00 do-walker-walk
03-08 16:00 do-short-arc
03-08 17:00 do-seated-bend
03-08 18:00 measure-temperature
03-08 20:00 measure-pain
03-09 07:30 do-ankle-pump
03-09 08:00 measure-temperature
03-09 09:00 do-heel-prop
03-09 10:00 do-straight-leg-raise
03-09 10:30 do-stairs
03-09 11:00 do-walker-walk
03-09 16:00 do-short-arc
03-09 17:00 do-seated-bend
03-09 18:00 measure-temperature
03-09 20:00 measure-pain
03-10 07:30 do-ankle-pump
03-10 08:00 measure-temperature
03-10 09:00 do-heel-prop
03-10 09:00 message-day-7
03-10 10:00 do-straight-leg-raise
03-10 10:30 do-stairs
03-10 11:00 do-walker-walk
03-10 16:00 do-short-arc
03-10 17:00 do-seated-bend
03-10 18:00 measure-temperature
03-10 20:00 measure-pain
03-11 07:30 do-ankle-pump
03-11 08:00 measure-temperature
03-11 09:00 do-heel-prop
03-11 10:00 do-straight-leg-raise
03-11 10:00 review-clot-medicine
03-11 10:30 do-stairs
03-11 11:00 do-walker-walk
03-11 16:00 do-short-arc
03-11 17:00 do-seated-bend
03-11 18:00 measure-temperature
03-11 20:00 measure-pain
03-12 07:30 do-ankle-pump
03-12 08:00 measure-temperature
03-12 09:00 do-heel-prop
03-12 10:00 do-straight-leg-raise
03-12 10:30 do-stairs
03-12 11:00 do-walker-walk
03-12 16:00 do-short-arc
03-12 17:00 do-seated-bend
03-12 18:00 measure-temperature
03-12 20:00 measure-pain
03-13 07:30 do-ankle-pump
03-13 08:00 measure-temperature
03-13 09:00 do-heel-prop
03-13 09:00 wound-visit
03-13 10:00 do-straight-leg-raise`
  .trim()
  .split('\n');

describe('layOut', () => {
  it('lays the first ten days of a new knee out as the list written by hand says', () => {
    const tenDays = lay().filter((task) => task.dueAt.getTime() < discharge.getTime() + 10 * DAY);
    expect(tenDays.map(line)).toEqual(TEN_DAYS);
    expect(tenDays.every((task) => task.state === 'waiting')).toBe(true);
  });

  it('stops at its horizon, and a later look adds only at the end', () => {
    const first = lay();
    const last = first.filter((task) => task.taskKey === 'do-heel-raise').at(-1);
    expect(civilDate(last?.dueAt ?? discharge, SH)).toBe('2031-03-24');
    const later = layOut(
      knee,
      { discharge, surgery },
      SH,
      discharge,
      horizonFrom(new Date(discharge.getTime() + 40 * DAY)),
    );
    const places = new Set(first.map((task) => `${task.taskKey} ${task.occurrence}`));
    const added = later.filter((task) => !places.has(`${task.taskKey} ${task.occurrence}`));
    expect(added.length).toBeGreaterThan(50);
    expect(Math.min(...added.map((task) => task.dueAt.getTime()))).toBeGreaterThan(discharge.getTime() + 20 * DAY);
  });

  it('places recalls by month, the yearly one when its year comes near', () => {
    const recalls = (at: Date) =>
      layOut(knee, { discharge, surgery }, SH, discharge, horizonFrom(at))
        .filter((task) => task.kind === 'recall')
        .map((task) => `${task.taskKey} ${task.occurrence} ${civilDate(task.dueAt, SH)}`);
    expect(recalls(discharge)).toEqual([
      'recall-six-weeks d42 2031-04-10',
      'recall-three-months m3 2031-05-27',
      'recall-six-months m6 2031-08-27',
      'recall-one-year m12 2032-02-27',
    ]);
    expect(recalls(atLocal('2034-03-01', '09:00', SH)).slice(4)).toEqual([
      'recall-yearly m24 2033-02-27',
      'recall-yearly m36 2034-02-27',
      'recall-yearly m48 2035-02-27',
    ]);
  });

  it('skips what is past when the stay is recorded, keeps what is inside its limit, and always keeps the call', () => {
    const late = lay(undefined, atLocal('2031-03-08', '12:00', SH));
    const stateOf = (key: string) => late.find((task) => task.taskKey === key);
    expect(stateOf('message-day-1')).toMatchObject({ state: 'skipped', reasonCode: 'past-when-recorded' });
    expect(stateOf('message-day-3')?.state).toBe('skipped');
    expect(stateOf('message-day-7')?.state).toBe('waiting');
    expect(stateOf('join-group')?.state).toBe('skipped');
    expect(stateOf('review-medicines-first')?.state).toBe('skipped');
    expect(stateOf('survey-satisfaction')?.state).toBe('waiting');
    expect(stateOf('day-one-call')).toMatchObject({ state: 'waiting', reasonCode: null });
  });

  it.each([
    ['is missing', null],
    ['lies after the discharge', new Date(discharge.getTime() + DAY)],
  ])('counts from the discharge where the operation %s', (_what, wrong) => {
    const laid = lay({ discharge, surgery: wrong });
    expect(laid.find((task) => task.taskKey === 'wound-visit')?.dueAt).toEqual(atLocal('2031-03-17', '09:00', SH));
    expect(laid.find((task) => task.taskKey === 'message-day-1')?.dueAt).toEqual(atLocal('2031-03-04', '09:00', SH));
  });

  it('sends nothing to somebody in another hospital', () => {
    const kinds = new Set(forVariant(knee, 'transferred').tasks.map((task) => task.kind));
    expect([...kinds].sort()).toEqual(['call', 'recall', 'visit']);
    expect(forVariant(knee, 'home')).toBe(knee);
  });

  it('property: the clocks on the wall show the hour of the pack on both sides of a turn of the clock; keys do not move', () => {
    const zone = fc.constantFrom(SH, 'America/New_York', 'Europe/London', 'Pacific/Auckland');
    const instant = fc.date({ min: new Date('2026-01-01Z'), max: new Date('2032-01-01Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 20 }), zone, (home, days, place) => {
        const anchors = { discharge: home, surgery: new Date(home.getTime() - days * DAY) };
        const laid = layOut(knee, anchors, place, home, horizonFrom(home));
        const keys = laid.map((task) => `${task.taskKey} ${task.occurrence}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const task of laid) {
          expect(task.dueAt.getTime()).toBeGreaterThanOrEqual(home.getTime());
          const time = /T(\d\d:\d\d)$/.exec(task.occurrence)?.[1];
          if (time) expect(formatLocal(task.dueAt, place, 'zh-CN', 'time')).toBe(time);
        }
        const moved = layOut(
          knee,
          { ...anchors, discharge: new Date(home.getTime() + 3_600_000) },
          place,
          home,
          horizonFrom(home),
        );
        const known = new Set(keys);
        expect(moved.filter((task) => !known.has(`${task.taskKey} ${task.occurrence}`))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
