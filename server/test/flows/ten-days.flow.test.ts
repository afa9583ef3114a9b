import { describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids/index.ts';
import { atLocal, civilDate, formatLocal } from '../../src/kernel/time/index.ts';
import { type Caller, START, useHouse } from '../harness.ts';
import { adt, knee, sendAll } from './hospital-system.ts';

const test = useHouse();
const ZONE = 'Asia/Shanghai';
const at = (date: string, time: string) => atLocal(date, time, ZONE);
const stamp = (instant: string | Date | null) => {
  if (instant === null) return 'never';
  const date = new Date(instant);
  return `${civilDate(date, ZONE).slice(5)} ${formatLocal(date, ZONE, 'en', 'time')}`;
};

/** The first patient in the ward's list of those who left. */
async function leaver(caller: Caller): Promise<{ patientId: string; encounterId: string; wardId: string }> {
  const wardId = (await caller.ok('identity.me')).wards[0]?.id ?? '';
  const [first] = (await caller.ok('encounters.listDischarged', { params: { wardId }, query: {} as never })).items;
  return { patientId: first?.patient.id ?? '', encounterId: first?.encounterId ?? '', wardId };
}

describe('ten days after a knee replacement', () => {
  it('comes out as the list written by hand', async () => {
    const discharge = at('2031-03-03', '10:00');
    const stay = knee(1, discharge, {
      name: '张桂兰',
      phone: '13912345678',
      relative: { name: '李敏', relationship: '女儿', phone: '13987654321' },
    });
    const neighbour = knee(2, discharge, { name: '周敏' });
    expect(await sendAll(test().mllp, [adt('A01', stay, START), adt('A01', neighbour, START)])).toEqual(['AA', 'AA']);
    await test().drain();
    const nurse = await test().signIn('N101');
    const wardId = (await nurse.ok('identity.me')).wards[0]?.id ?? '';
    expect(
      (await nurse.ok('encounters.listInHouse', { params: { wardId }, query: {} as never })).items
        .map((one) => one.patient.name)
        .sort(),
    ).toEqual(['周敏', '张桂兰']);
    expect((await nurse.ok('worklist.listItems', { query: { wardId } as never })).items).toEqual([]);

    await test().advanceTo(at('2031-03-03', '10:05'));
    expect(await sendAll(test().mllp, [adt('A03', stay, at('2031-03-03', '10:05'))])).toEqual(['AA']);
    await test().drain();
    const { patientId } = await leaver(nurse);

    const owed = (await nurse.ok('worklist.listItems', { query: { wardId } as never })).items;
    expect(
      owed.map((item) => [
        item.kind,
        item.patient.name,
        stamp(item.windowFrom),
        stamp(item.dueAt),
        stamp(item.limitAt),
      ]),
    ).toEqual([['call', '张桂兰', '03-04 10:00', '03-05 10:00', '03-06 10:00']]);

    // The next morning, inside the window, she is called: the wound lets out pus.
    await test().advanceTo(at('2031-03-04', '10:30'));
    const callId = owed[0]?.ref.id ?? '';
    const opened = await nurse.ok('calls.openCall', { params: { callId }, body: { sessionId: newId() } });
    expect(opened).toMatchObject({ may: true, because: null });
    expect(opened.phones.map((phone) => phone.phone).sort()).toEqual(['+8613912345678', '+8613987654321']);
    const answer = (questionId: string, value: object) =>
      nurse.ok('calls.saveAnswer', {
        params: { callId, questionId },
        body: { saveId: newId(), version: 0, value: value as never },
      });
    await nurse.ok('calls.addAttempt', {
      params: { callId },
      body: { id: newId(), who: 'patient', outcome: 'reached' },
    });
    const script = await nurse.ok('calls.callOf', { params: { callId } });
    for (const question of script.questions.filter((one) => one.required && one.openedBy === null)) {
      if (question.id === 'wound') continue;
      if (question.kind === 'choice')
        await answer(question.id, {
          kind: 'choice',
          option: question.options.find((option) => option.severity === 'none')?.id,
        });
      else if (question.kind === 'teach-back')
        await answer(question.id, {
          kind: 'teach-back',
          said: question.expects.map((_, index) => index),
          result: 'confirmed',
        });
      else if (question.kind === 'channels')
        await answer(question.id, { kind: 'channels', told: question.channels.map((channel) => channel.key) });
      else if (question.kind === 'medicines')
        await answer(question.id, {
          kind: 'medicines',
          states: Object.fromEntries(question.medicines.map((medicine) => [medicine.key, 'taking'])),
        });
      else if (question.kind === 'number')
        await answer(question.id, { kind: 'number', number: question.id === 'temperature' ? 37.2 : 3 });
      else await answer(question.id, { kind: 'text', text: '好' });
    }
    const wound = await answer('wound', { kind: 'choice', option: 'pus' });
    expect(wound.raised).toMatchObject({ severity: 'red' });
    // The alert is the nurse's who is on duty; the words for the patient leave while she is still talking.
    await test().drain();
    const mine = (await nurse.ok('worklist.listItems', { query: { mine: 'true', kind: 'alert' } as never })).items;
    expect(mine.map((item) => [item.owner?.staffNo, item.ownerRole, item.level])).toEqual([['N101', 'nurse', 'owner']]);
    const { version } = await nurse.ok('calls.callOf', { params: { callId } });
    await nurse.ok('calls.finishCall', {
      params: { callId },
      body: { version, outcome: 'completed', spokeWith: 'patient', seconds: 420 },
    });
    const alerts = async () => (await nurse.ok('monitoring.listAlerts', { query: { wardId } as never })).items;
    const [first] = await alerts();
    await nurse.ok('monitoring.resolveAlert', {
      params: { alertId: first?.id ?? '' },
      body: { version: first?.version ?? 0, actions: ['visit-arranged'], useful: true } as never,
    });

    // Since ten the check of her medicines is on the list: ticked off on her plan, it leaves the list.
    const reviews = async () =>
      (await nurse.ok('worklist.listItems', { query: { wardId, kind: 'review' } as never })).items;
    const due = await reviews();
    expect(due.map((item) => [item.title['zh-CN'], item.reason['zh-CN'], stamp(item.dueAt), item.ownerRole])).toEqual([
      ['核对出院带药', '人工膝关节置换术后恢复 · 回家第 1 天', '03-05 10:00', 'nurse'],
    ]);
    const [plan] = (await nurse.ok('careplans.listPlans', { params: { patientId }, query: {} as never })).items;
    const tasks = await nurse.ok('careplans.listPlanTasks', {
      params: { planId: plan?.id ?? '' },
      query: { limit: 100, from: '2031-03-04', to: '2031-03-04' },
    });
    const check = tasks.items.find((task) => task.id === due[0]?.ref.id);
    await nurse.ok('careplans.completeTask', {
      params: { taskId: check?.id ?? '' },
      body: { version: check?.version ?? 0, outcome: 'done' },
    });
    expect(await reviews()).toEqual([]);

    // On Saturday her daughter reports 38.6: the pack gives it to the doctor, and her attending doctor is on duty. Nobody takes it,
    // so the chain asks the nurse on duty, the head nurse and the doctor on duty.
    await test().advanceTo(at('2031-03-08', '10:00'));
    await nurse.ok('monitoring.recordReading', {
      params: { patientId, readingId: newId() },
      body: {
        code: '8310-5',
        value: '38.6',
        unit: 'Cel',
        effectiveAt: at('2031-03-08', '09:50').toISOString(),
      } as never,
    });
    await test().drain();
    await test().advanceTo(at('2031-03-08', '11:45'));
    const fever = (await nurse.ok('worklist.listItems', { query: { wardId, kind: 'alert' } as never })).items;
    expect(fever.map((item) => [item.urgency, item.level])).toEqual([[3, 'doctor-on-duty']]);
    const [open] = (await alerts()).filter((alert) => alert.state === 'open');
    await nurse.ok('monitoring.resolveAlert', {
      params: { alertId: open?.id ?? '' },
      body: { version: open?.version ?? 0, actions: ['doctor-informed'], useful: true } as never,
    });

    await test().advanceTo(at('2031-03-13', '10:05'));
    const messages = (await nurse.ok('channels.listMessages', { params: { patientId }, query: {} as never })).items;
    expect(
      messages
        .map((message) => [message.purpose, message.state, stamp(message.sentAt), message.title['zh-CN']])
        .reverse(),
    ).toEqual([
      ['care', 'sent', '03-04 09:00', '到家第一天'],
      ['alert', 'sent', '03-04 10:30', '现在就打电话'],
      ['care', 'sent', '03-06 09:00', '第三天，看看伤口和肿胀'],
      ['alert', 'sent', '03-08 10:00', '现在就打电话'],
      // Education waits until ten in the morning.
      ['education', 'sent', '03-10 10:00', '一周了，走稳最要紧'],
    ]);
    // The check of the clot medicine, twelve days after the operation, was left for a day: the head nurse knows.
    expect(
      (await nurse.ok('worklist.listItems', { query: { wardId } as never })).items.map((item) => [
        item.kind,
        item.title['zh-CN'],
        stamp(item.dueAt),
        item.overdue,
        item.urgency,
      ]),
    ).toEqual([['review', '核对防血栓的药吃到哪天', '03-12 10:00', true, 2]]);
    const lines = (await nurse.ok('timeline.readTimeline', { params: { patientId }, query: { limit: 100 } as never }))
      .items;
    expect(lines.map((line) => `${stamp(line.at)} ${line.title['zh-CN']}`).reverse()).toEqual([
      '02-25 10:00 入院',
      '03-03 08:00 建立档案',
      '03-03 10:00 出院：医嘱离院',
      '03-03 10:05 风险评分有更新',
      '03-03 10:05 康复计划开始',
      '03-04 09:00 消息已放进患者收件箱：到家第一天',
      '03-04 10:30 随访电话交给李晓梅',
      '03-04 10:30 第 1 次拨打（患者）：接通',
      '03-04 10:30 疼痛 3 分',
      '03-04 10:30 预警交给李晓梅',
      '03-04 10:30 红色预警：电话随访：危险信号',
      '03-04 10:30 提醒已放进患者收件箱：现在就打电话',
      '03-04 10:30 随访电话：已完成',
      '03-04 10:30 预警已处理',
      '03-04 10:30 完成：核对出院带药',
      '03-06 09:00 消息已放进患者收件箱：第三天，看看伤口和肿胀',
      '03-08 09:50 体温 38.6 ℃',
      '03-08 10:00 预警交给王建国',
      '03-08 10:00 红色预警：体温 38.6 ℃',
      '03-08 10:00 提醒已放进患者收件箱：现在就打电话',
      '03-08 10:30 预警超时',
      '03-08 11:45 预警已处理',
      '03-10 10:00 消息已放进患者收件箱：一周了，走稳最要紧',
      '03-12 10:00 核对超时',
    ]);
    expect(test().logLines.join('')).not.toMatch(/张桂兰|13912345678|李敏/);
  });
});
