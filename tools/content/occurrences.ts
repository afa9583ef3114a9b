import type { PathwayTask } from '../../server/src/domains/content/index.ts';

/** One task on one day of the preview; `day` counts from surgery. */
export type Occurrence = { day: number; time: string; task: PathwayTask };

/** The preview has no calendar: a month is taken as 30.44 days, a discharge as ten in the morning. */
const daysPerMonth = 30.44;
const dischargeHour = 10;

/** Lays a task out between surgery and `lastDay`, for a patient discharged `dischargeDay` days after surgery. */
export function occurrences(task: PathwayTask, dischargeDay: number, lastDay: number): Occurrence[] {
  const { schedule } = task;
  const zero = schedule.anchor === 'discharge' ? dischargeDay : 0;
  const all: Occurrence[] = [];
  const add = (day: number, time: string) => all.push({ day, time, task });
  if ('hours' in schedule) {
    const hours = dischargeHour + schedule.hours;
    add(zero + Math.floor(hours / 24), `${String(hours % 24).padStart(2, '0')}:00`);
  } else if ('day' in schedule) {
    add(zero + schedule.day, schedule.time);
  } else if ('months' in schedule) {
    for (
      let month = schedule.months;
      zero + month * daysPerMonth <= lastDay;
      month += schedule.everyMonths ?? Infinity
    ) {
      add(zero + Math.round(month * daysPerMonth), schedule.time);
    }
  } else {
    const end = Math.min(schedule.toDay === null ? lastDay : zero + schedule.toDay, lastDay);
    for (let day = zero + schedule.fromDay; day <= end; day += schedule.everyDays) {
      for (const time of schedule.times) add(day, time);
    }
  }
  return all.filter(({ day }) => day <= lastDay && (!task.afterDischargeOnly || day >= dischargeDay));
}
