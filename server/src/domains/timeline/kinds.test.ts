import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, loadWords } from '../../kernel/i18n/index.ts';
import { isKind, LEFT_OUT, makesALine, RECORDED } from './kinds.ts';
import type { Known } from './line.ts';
import { codeWords, presentEntry, timeWords } from './present.ts';

const DOMAINS = path.resolve(import.meta.dirname, '..');
const words = loadWords(import.meta.dirname);
const ID = '01900000-0000-7000-8000-000000000001';
const both = (text: string) => ({ 'zh-CN': text, en: `en ${text}` });

/** Every event type that stands in some domain's events.ts. */
function typesSaid(): string[] {
  const files = readdirSync(DOMAINS).map((domain) => path.join(DOMAINS, domain, 'events.ts'));
  return files.flatMap((file) => {
    let text = '';
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      // A domain that says nothing has no such file.
    }
    return [...text.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map((hit) => hit[1] ?? '');
  });
}

const nothing = new Map<string, never>();
const known = (over: Partial<Known> = {}): Known => ({
  messages: nothing,
  alerts: nothing,
  readings: nothing,
  tasks: nothing,
  staff: nothing,
  code: codeWords(words),
  time: timeWords('Asia/Shanghai'),
  ...over,
});

function say(kind: string, data: Record<string, string | number | boolean | null>, over: Partial<Known> = {}) {
  if (!isKind(kind)) throw new Error(`${kind} makes no line`);
  const row = { event_id: ID, occurred_at: new Date('2031-03-04T01:00:00Z'), kind, data };
  return presentEntry(row, known(over), words);
}

describe('events', () => {
  it('each one any domain says makes a line or is left out for a reason', () => {
    const said = typesSaid();
    expect(said.length).toBeGreaterThan(35);
    const decided = [...RECORDED, ...Object.keys(LEFT_OUT)];
    expect(said.filter((type) => !decided.includes(type))).toEqual([]);
    expect(decided.filter((type) => !said.includes(type))).toEqual([]);
    expect(RECORDED.filter((type) => type in LEFT_OUT)).toEqual([]);
  });

  it('what is said elsewhere or to nobody makes none', () => {
    expect(makesALine('task.completed', { kind: 'message' })).toBe(false);
    expect(makesALine('task.completed', { kind: 'call' })).toBe(false);
    expect(makesALine('task.completed', { kind: 'visit' })).toBe(true);
    expect(makesALine('message.due', {})).toBe(false);
    expect(makesALine('item.assigned', { staffId: null, level: 'doctor-on-duty' })).toBe(false);
    expect(makesALine('item.assigned', { staffId: ID, level: 'owner' })).toBe(true);
  });
});

describe('lines', () => {
  it.each(RECORDED)('%s reads in both languages, with and without what its owner knows', (kind) => {
    const several: Record<string, string | boolean>[] = [
      {},
      { outcome: 'resolved', variant: 'transferred', recordedLate: true, severity: 'red' },
    ];
    for (const data of several) {
      const line = say(kind, data);
      for (const text of [line.title, ...(line.detail ? [line.detail] : [])])
        for (const language of LANGUAGES) expect(text[language], `${kind} ${language}`).not.toMatch(/timeline\.|\{\{/);
      expect(line.title['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      expect(line.title.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it.each<[string, Record<string, string | number | boolean | null>, Partial<Known>, string, string | null, string]>([
    [
      'encounter.discharged',
      { disposition: 'home', dischargedAt: '2031-03-03T02:30:00Z', recordedLate: false },
      {},
      '出院：医嘱离院',
      null,
      'calm',
    ],
    [
      'encounter.discharged',
      { disposition: 'home', dischargedAt: '2031-03-03T02:30:00Z', recordedLate: true },
      {},
      '出院：医嘱离院',
      '消息来迟，按离院时间排列',
      'calm',
    ],
    ['call.finished', { outcome: 'completed' }, {}, '随访电话：已完成', null, 'good'],
    [
      'call.attempted',
      { number: 2, who: 'patient', outcome: 'no-answer' },
      {},
      '第 2 次拨打（患者）：无人接听',
      null,
      'quiet',
    ],
    [
      'alert.raised',
      { alertId: ID, severity: 'red' },
      { alerts: new Map([[ID, { title: both('体温 38.6 ℃'), reason: both('术后第 3 天发热') }]]) },
      '红色预警：体温 38.6 ℃',
      '术后第 3 天发热',
      'danger',
    ],
    ['alert.raised', { alertId: ID, severity: 'amber' }, {}, '黄色预警', null, 'attention'],
    [
      'message.sent',
      { messageId: ID, purpose: 'care' },
      { messages: new Map([[ID, { title: both('第 1 天') }]]) },
      '消息已放进患者收件箱：第 1 天',
      null,
      'good',
    ],
    [
      'message.cancelled',
      { messageId: ID, purpose: 'care', reason: 'in-hospital' },
      {},
      '消息已取消',
      '患者在院',
      'quiet',
    ],
    ['message.sent', { messageId: ID, purpose: 'alert' }, {}, '提醒已放进患者收件箱', null, 'good'],
    [
      'reading.recorded',
      { readingId: ID, source: 'call' },
      { readings: new Map([[ID, { title: both('体温 36.8 ℃'), final: true }]]) },
      '体温 36.8 ℃',
      '电话中告知',
      'calm',
    ],
    [
      'reading.recorded',
      { readingId: ID, source: 'call' },
      { readings: new Map([[ID, { title: both('体温 36.8 ℃'), final: false }]]) },
      '体温 36.8 ℃',
      '后来更正过',
      'calm',
    ],
    ['hold.set', { reason: 'do-not-contact' }, {}, '已设暂停，不再打扰', '患者要求不联系', 'attention'],
    [
      'item.overdue',
      { kind: 'call', dueAt: '2031-03-03T02:30:00Z' },
      {},
      '随访电话超时',
      '应在 3月3日 周一 10:30 前完成',
      'attention',
    ],
    [
      'item.assigned',
      { kind: 'alert', staffId: ID, level: 'owner' },
      { staff: new Map([[ID, '李晓梅']]) },
      '预警交给李晓梅',
      null,
      'quiet',
    ],
    ['item.assigned', { kind: 'alert', staffId: null, level: 'head-nurse' }, {}, '预警交给护士长', null, 'quiet'],
    ['plan.paused', { reason: 'a-code-without-words' }, {}, '康复计划暂停', 'a-code-without-words', 'attention'],
  ])('%s %j', (kind, data, over, title, detail, tone) => {
    const line = say(kind, data, over);
    expect([line.title['zh-CN'], line.detail?.['zh-CN'] ?? null, line.tone]).toEqual([title, detail, tone]);
  });

  it('points at the thing behind it, where there is one', () => {
    expect(say('alert.closed', { alertId: ID, outcome: 'resolved' }).ref).toEqual({ kind: 'alert', id: ID });
    expect(say('hold.set', { reason: 'dispute' }).ref).toBeNull();
    expect(say('call.finished', { outcome: 'partly' }).ref).toBeNull();
  });
});
