import { type PackProblem, packProblem } from '../problem.ts';
import type { PackSections, PathwayTask, Schedule } from '../schema/index.ts';

const file = 'pathway.yaml';

/** The task list is the whole plan: refs resolve, days agree with what they refer to, nothing written is left unsent. */
export function checkPlan(sections: PackSections): PackProblem[] {
  const { pathway } = sections;
  const { fromHours, dueHours, limitHours } = pathway.dayOneCall;
  const window =
    fromHours < dueHours && dueHours <= limitHours
      ? []
      : [
          packProblem(
            file,
            'dayOneCall',
            'call-window',
            '电话时限前后颠倒',
            'the hours of the call window are out of order',
          ),
        ];
  const calls = pathway.tasks.filter(
    (task) => task.kind === 'call' && 'hours' in task.schedule && task.schedule.hours === fromHours,
  );
  const noCall =
    calls.length === 1
      ? []
      : [
          packProblem(
            file,
            'tasks',
            'day-one-call',
            '要有且只有一个首次电话任务',
            'exactly one task must open the day-one call',
          ),
        ];
  return [
    ...window,
    ...noCall,
    ...pathway.tasks.flatMap((task, index) => checkTask(sections, task, `tasks[${index}]`)),
    ...unused(sections),
    ...earlySurveys(sections),
  ];
}

function checkTask(sections: PackSections, task: PathwayTask, path: string): PackProblem[] {
  const { schedule } = task;
  const problems: PackProblem[] = [];
  if ('fromDay' in schedule && schedule.toDay !== null && schedule.toDay < schedule.fromDay) {
    problems.push(packProblem(file, `${path}.schedule`, 'days-backwards', '结束早于开始', 'it ends before it begins'));
  }
  const rows = referable(sections)[task.kind];
  if (!rows) {
    if (task.ref)
      problems.push(
        packProblem(file, `${path}.ref`, 'ref-needless', '这类任务不引用别处', 'this kind of task refers to nothing'),
      );
    return problems;
  }
  if (!task.ref) return [...problems, packProblem(file, path, 'ref-missing', '缺少 ref', 'ref is missing')];
  const agrees = rows.get(task.ref);
  if (!agrees)
    return [
      ...problems,
      packProblem(file, `${path}.ref`, 'ref-unknown', `找不到“${task.ref}”`, `"${task.ref}" does not exist`),
    ];
  if (!agrees(schedule)) {
    problems.push(
      packProblem(
        file,
        `${path}.schedule`,
        'schedule-differs',
        `与“${task.ref}”自己的日子不一致`,
        `differs from the days of "${task.ref}"`,
      ),
    );
  }
  return problems;
}

type Rows = Map<string, (schedule: Schedule) => boolean>;

/** What each kind of task may refer to, and whether a schedule agrees with the row's own days. */
function referable(sections: PackSections): { [kind in PathwayTask['kind']]?: Rows } {
  const { pathway, measure } = sections;
  return {
    message: new Map(
      pathway.messages.map(({ id, anchor, day, time }) => [
        id,
        (at) => 'day' in at && at.anchor === anchor && at.day === day && at.time === time,
      ]),
    ),
    exercise: new Map(
      sections.exercises.map((exercise) => [exercise.id, (at) => withinPhases(pathway, exercise.phaseIds, at)]),
    ),
    survey: new Map(
      sections.surveys.map(({ id, anchor, days }) => [
        id,
        (at) => 'day' in at && at.anchor === anchor && days.includes(at.day),
      ]),
    ),
    measurement: new Map(
      measure.programme.map(({ code, schedule, untilDay }) => [
        code,
        (at) =>
          'fromDay' in at &&
          at.anchor === schedule.anchor &&
          at.fromDay === schedule.fromDay &&
          at.toDay === untilDay &&
          at.everyDays === schedule.everyDays &&
          at.times.join() === schedule.times.join(),
      ]),
    ),
  };
}

/** A movement belongs to phases; its task may not ask for it before or after them. */
function withinPhases({ phases }: PackSections['pathway'], phaseIds: string[], at: Schedule): boolean {
  const own = phases.filter((phase) => phaseIds.includes(phase.id));
  const first = own[0];
  const last = own.at(-1);
  if (!('fromDay' in at) || !first || !last || at.anchor !== first.anchor) return false;
  return at.fromDay >= first.fromDay && (last.toDay === null || (at.toDay !== null && at.toDay <= last.toDay));
}

/** Words nobody sends and movements nobody is asked to do are mistakes, not reserves. */
function unused(sections: PackSections): PackProblem[] {
  const used = new Set(sections.pathway.tasks.map((task) => `${task.kind} ${task.ref}`));
  const rows = (kind: string, from: string, list: string, all: string[]) =>
    all.flatMap((id, index) =>
      used.has(`${kind} ${id}`)
        ? []
        : [packProblem(from, `${list}[${index}]`, 'never-planned', `没有任务用到“${id}”`, `no task uses "${id}"`)],
    );
  return [
    ...rows(
      'message',
      file,
      'messages',
      sections.pathway.messages.map((row) => row.id),
    ),
    ...rows(
      'exercise',
      'exercises.yaml',
      '',
      sections.exercises.map((row) => row.id),
    ),
    ...rows(
      'measurement',
      'measure.yaml',
      'programme',
      sections.measure.programme.map((row) => row.code),
    ),
    ...rows(
      'survey',
      'surveys.yaml',
      '',
      sections.surveys.map((row) => row.id),
    ),
  ];
}

/** Day 3 is the first that is 48 hours after any hour of discharge. */
function earlySurveys({ surveys }: PackSections): PackProblem[] {
  return surveys.flatMap((survey, index) =>
    survey.anchor === 'discharge' && survey.days.some((day) => day < 3)
      ? [
          packProblem(
            'surveys.yaml',
            `[${index}].days`,
            'survey-too-early',
            '出院 48 小时内不发问卷',
            'no survey in the first 48 hours',
          ),
        ]
      : [],
  );
}
