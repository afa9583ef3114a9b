import { describe, expect, it } from 'vitest';
import { bilingual, measureRule, packMessage, pathwayTask, schedule, timeOfDay } from './index.ts';

const words = { 'zh-CN': '量体温', en: 'Temperature' };
const task = {
  id: 'a',
  kind: 'visit',
  title: words,
  schedule: { anchor: 'surgery', day: 14, time: '09:00' },
  owner: 'patient',
};

describe('pack schemas', () => {
  it('want both languages, and nothing blank', () => {
    expect(bilingual.safeParse({ 'zh-CN': '好' }).success).toBe(false);
    expect(bilingual.safeParse({ 'zh-CN': '好', en: '  ' }).success).toBe(false);
    expect(bilingual.safeParse({ 'zh-CN': '好', en: 'Good', fr: 'Bon' }).success).toBe(false);
    expect(bilingual.safeParse({ 'zh-CN': '好', en: 'Good' }).success).toBe(true);
  });

  it.each(['24:00', '8:00', '08:60', '0800', ''])('refuse %j as a time of day', (time) => {
    expect(timeOfDay.safeParse(time).success).toBe(false);
  });

  it.each([
    { anchor: 'discharge', day: 1, time: '09:00' },
    { anchor: 'discharge', hours: 24 },
    { anchor: 'surgery', fromDay: 1, toDay: null, everyDays: 1, times: ['08:00', '18:00'] },
    { anchor: 'surgery', months: 24, time: '09:00', everyMonths: 12 },
  ])('know the schedule %j', (value) => {
    expect(schedule.parse(value)).toEqual(value);
  });

  it.each([
    { anchor: 'birth', day: 1, time: '09:00' },
    { anchor: 'discharge', day: 1 },
    { anchor: 'discharge', day: -1, time: '09:00' },
    { anchor: 'discharge', day: 1, time: '09:00', hours: 24 },
    { anchor: 'surgery', fromDay: 1, toDay: 3, everyDays: 0, times: ['08:00'] },
    { anchor: 'surgery', fromDay: 1, toDay: 3, everyDays: 1, times: [] },
  ])('refuse the schedule %j', (value) => {
    expect(schedule.safeParse(value).success).toBe(false);
  });

  it('let no task outlive a hold', () => {
    expect(pathwayTask.parse(task)).toMatchObject({ stopsOnHold: true, afterDischargeOnly: true });
    expect(pathwayTask.safeParse({ ...task, stopsOnHold: false }).success).toBe(false);
  });

  it('count a message from discharge unless it says surgery', () => {
    const message = { id: 'a', day: 1, time: '09:00', purpose: 'care', title: words, body: words, outsideTitle: words };
    expect(packMessage.parse(message).anchor).toBe('discharge');
    expect(packMessage.safeParse({ ...message, purpose: 'marketing' }).success).toBe(false);
  });

  it('want a source, a staff owner and the figures of its kind for a rule', () => {
    const rule = {
      id: 'a',
      version: 1,
      code: 'body-temperature',
      kind: 'repeat',
      op: '>=',
      value: 38,
      forReadings: 2,
      withinHours: 24,
      severity: 'red',
      anchor: 'surgery',
      fromDay: 0,
      toDay: null,
      patientWords: words,
      staffWords: words,
      patientNow: words,
      sources: ['s'],
      owner: 'attending-doctor',
      ackMinutes: 30,
      warningSign: 'fever-high',
    };
    expect(measureRule.safeParse(rule).success).toBe(true);
    expect(measureRule.safeParse({ ...rule, sources: [] }).success).toBe(false);
    expect(measureRule.safeParse({ ...rule, owner: 'patient' }).success).toBe(false);
    expect(measureRule.safeParse({ ...rule, withinHours: undefined }).success).toBe(false);
    expect(measureRule.safeParse({ ...rule, kind: 'threshold' }).success).toBe(false);
  });
});
