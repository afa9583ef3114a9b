import { describe, expect, it } from 'vitest';
import { MEASURES } from './measures.ts';
import { figureTitle, patientBody, titleOf, unitOf } from './texts.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });

describe('what the patient reads', () => {
  it('names 120 under every red one, once, and under no amber one', () => {
    const plain = both('体温偏高。', 'Your temperature is high.');
    const red = patientBody(plain, null, 'red', '021-55550101');
    expect(red['zh-CN']).toBe('体温偏高。病区电话 021-55550101。情况危急请拨打 120。');
    expect(red.en).toBe('Your temperature is high. Ward: 021-55550101. In an emergency call 120.');
    expect(patientBody(plain, null, 'amber', null)).toEqual(plain);
    const told = patientBody(plain, both('人发蒙打 120。', 'When confused call 120.'), 'red', null);
    expect(told['zh-CN'].match(/120/g)).toHaveLength(1);
  });
  it('takes no ward line for the emergency number, and asks for it in both languages', () => {
    const plain = both('请打电话。', 'Please ring.');
    expect(patientBody(plain, null, 'red', '021-55120101').en).toContain('call 120');
    expect(patientBody(plain, both('打 120。', 'Ring.'), 'red', null).en).toContain('call 120');
  });
});

it('every measure has its name and unit in both languages', () => {
  for (const measure of MEASURES) {
    for (const words of [titleOf(measure), unitOf(measure)]) {
      expect(words['zh-CN']).not.toBe(measure.kind);
      expect(words.en).not.toBe(measure.kind);
    }
    expect(figureTitle(measure, '1')['zh-CN']).toContain('1');
  }
});
