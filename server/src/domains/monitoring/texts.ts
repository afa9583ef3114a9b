import type { Words } from '../../../../contract/common.ts';
import type { Severity } from './events.ts';
import type { MeasureKind } from './measures.ts';

/** Emergency number of mainland China. */
export const EMERGENCY_NUMBER = '120';

/** Names and units of measures for people, where no pack gives its own. */
const NAMES: Readonly<Record<string, { title: Words; unit: Words }>> = {
  temperature: { title: { 'zh-CN': '体温', en: 'Temperature' }, unit: { 'zh-CN': '℃', en: '°C' } },
  pain: { title: { 'zh-CN': '疼痛', en: 'Pain' }, unit: { 'zh-CN': '分', en: 'points' } },
  weight: { title: { 'zh-CN': '体重', en: 'Weight' }, unit: { 'zh-CN': '公斤', en: 'kg' } },
  systolic: { title: { 'zh-CN': '收缩压', en: 'Systolic pressure' }, unit: { 'zh-CN': 'mmHg', en: 'mmHg' } },
  diastolic: { title: { 'zh-CN': '舒张压', en: 'Diastolic pressure' }, unit: { 'zh-CN': 'mmHg', en: 'mmHg' } },
  'heart-rate': { title: { 'zh-CN': '心率', en: 'Heart rate' }, unit: { 'zh-CN': '次/分', en: '/min' } },
  'oxygen-saturation': { title: { 'zh-CN': '血氧', en: 'Oxygen saturation' }, unit: { 'zh-CN': '%', en: '%' } },
  glucose: { title: { 'zh-CN': '血糖', en: 'Glucose' }, unit: { 'zh-CN': 'mmol/L', en: 'mmol/L' } },
};

export function titleOf(measure: MeasureKind): Words {
  return NAMES[measure.kind]?.title ?? { 'zh-CN': measure.kind, en: measure.kind };
}
export function unitOf(measure: MeasureKind): Words {
  return NAMES[measure.kind]?.unit ?? { 'zh-CN': measure.unit, en: measure.unit };
}

/** A measure with its figure, as an alert is headed: 体温 38.6 ℃. */
export function figureTitle(measure: MeasureKind, value: string): Words {
  const [title, unit] = [titleOf(measure), unitOf(measure)];
  return { 'zh-CN': `${title['zh-CN']} ${value} ${unit['zh-CN']}`, en: `${title.en} ${value} ${unit.en}` };
}

/** Heading of an alert that an answer on the telephone raised. */
export const CALL_TITLE: Readonly<Record<Severity, Words>> = {
  red: { 'zh-CN': '电话随访：危险信号', en: 'Follow-up call: danger sign' },
  amber: { 'zh-CN': '电话随访：需要留意', en: 'Follow-up call: needs attention' },
};

/** Heading of the message to the patient, and what may stand on a locked screen. */
export const PATIENT_TITLE: Readonly<Record<Severity, Words>> = {
  red: { 'zh-CN': '现在就打电话', en: 'Please ring now' },
  amber: { 'zh-CN': '请留意，我们会联系您', en: 'Please take care; we will contact you' },
};
export const OUTSIDE_TITLE: Words = {
  'zh-CN': '病区给您留了一条消息，请打开看看',
  en: 'The ward has left you a message; please open it',
};

/** What the patient reads: the gentle words, what to do now, the ward's line, and 120 under every red one. */
export function patientBody(words: Words, now: Words | null, severity: Severity, wardPhone: string | null): Words {
  const zh = [words['zh-CN'], now?.['zh-CN']];
  const en = [words.en, now?.en];
  const has120 = [zh, en].every((texts) => texts.some((text) => text?.includes(EMERGENCY_NUMBER)));
  zh.push(wardPhone ? `病区电话 ${wardPhone}。` : undefined);
  en.push(wardPhone ? `Ward: ${wardPhone}.` : undefined);
  if (severity === 'red' && !has120) {
    zh.push(`情况危急请拨打 ${EMERGENCY_NUMBER}。`);
    en.push(`In an emergency call ${EMERGENCY_NUMBER}.`);
  }
  return { 'zh-CN': zh.filter(Boolean).join(''), en: en.filter(Boolean).join(' ') };
}

/** The next step for whoever opens the alert, beside what the rule itself says. */
export const SUGGESTED: Readonly<Record<Severity, Words>> = {
  red: {
    'zh-CN': '现在给患者打电话；打不通就找家属。情况危急请他们拨打 120，并告诉值班医生。',
    en: 'Ring the patient now; if there is no answer, the family. In danger they call 120; tell the doctor on duty.',
  },
  amber: {
    'zh-CN': '这个班次内给患者打电话，问清楚情况，约好复测时间。',
    en: 'Ring the patient during this shift, ask what is going on, agree when to measure again.',
  },
};
