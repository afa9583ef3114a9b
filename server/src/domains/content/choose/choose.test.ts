import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, choose, type Episode } from './choose.ts';

const knee: Candidate = {
  slug: 'knee-replacement',
  version: '1.0.0',
  episodeClasses: ['inpatient', 'day-surgery'],
  triggers: {
    decidedBy: 'procedure',
    diagnoses: ['M17', 'Z96.6'],
    procedures: ['81.54'],
    departments: ['骨科'],
    words: ['膝关节置换', 'knee replacement'],
    excludeWords: ['翻修', 'revision'],
    priority: 500,
  },
};
const heart: Candidate = {
  ...knee,
  slug: 'heart-failure',
  triggers: {
    ...knee.triggers,
    decidedBy: 'diagnosis',
    diagnoses: ['I50'],
    procedures: [],
    words: ['心力衰竭'],
    priority: 400,
  },
};
const nothing: Episode = { class: 'inpatient', diagnoses: [], procedures: [], department: null, reason: null };
const code = (value: string) => [{ code: value, text: null }];
const text = (value: string) => [{ code: null, text: value }];

describe('choose', () => {
  it('says why', () => {
    const episode = {
      ...nothing,
      procedures: code('81.5400x001'),
      diagnoses: code('M17.101'),
      department: '骨科一病区',
    };
    expect(choose([heart, knee], episode)).toEqual({
      slug: 'knee-replacement',
      version: '1.0.0',
      because: [
        { kind: 'procedure-code', matched: '81.54' },
        { kind: 'diagnosis-code', matched: 'M17' },
        { kind: 'department', matched: '骨科' },
        { kind: 'class', matched: 'inpatient' },
      ],
    });
  });

  it.each([
    ['a code without its dot', { ...nothing, procedures: code('8154') }],
    ['a word in the text of the operation', { ...nothing, procedures: text('右侧人工全膝关节置换术') }],
    ['a word in English, in capitals', { ...nothing, procedures: text('TOTAL KNEE REPLACEMENT') }],
  ])('takes %s', (_what, episode) => {
    expect(choose([knee], episode)?.slug).toBe('knee-replacement');
  });

  it.each<[string, Episode]>([
    ['a diagnosis alone where the operation decides', { ...nothing, diagnoses: code('M17.1') }],
    ['a word in the diagnosis alone', { ...nothing, diagnoses: text('膝关节置换术后') }],
    ['a word in the reason of admission alone', { ...nothing, reason: '膝关节置换' }],
    ['another class', { ...nothing, class: 'outpatient', procedures: code('81.54') }],
    ['an excluded word anywhere', { ...nothing, procedures: [...code('81.54'), ...text('膝关节置换翻修术')] }],
    ['a longer prefix than was said', { ...nothing, procedures: code('81.5') }],
    ['an empty code', { ...nothing, procedures: code('') }],
    ['nothing', nothing],
  ])('leaves %s', (_what, episode) => {
    expect(choose([knee], episode)).toBeNull();
  });

  it('lets the higher priority win, whatever the order', () => {
    const both = { ...nothing, procedures: code('81.54'), diagnoses: code('I50.900') };
    expect(choose([knee, heart], both)?.slug).toBe('knee-replacement');
    expect(choose([heart, knee], both)?.slug).toBe('knee-replacement');
    expect(choose([heart, knee], { ...nothing, diagnoses: code('I50.900') })?.slug).toBe('heart-failure');
  });

  it('property: the answer does not depend on the order of packs or findings, and never quotes the patient', () => {
    const finding = fc.record({
      code: fc.option(fc.constantFrom('81.54', 'M17.1', 'I50.9', 'K35')),
      text: fc.option(fc.constantFrom('膝关节置换', '心力衰竭 张某某', '翻修')),
    });
    const episode = fc.record({
      class: fc.constantFrom('inpatient', 'outpatient'),
      diagnoses: fc.array(finding, { maxLength: 3 }),
      procedures: fc.array(finding, { maxLength: 3 }),
      department: fc.option(fc.constant('骨科')),
      reason: fc.option(fc.constant('膝关节置换 张某某')),
    });
    fc.assert(
      fc.property(episode, (one) => {
        const mirrored = { ...one, diagnoses: one.diagnoses.toReversed(), procedures: one.procedures.toReversed() };
        expect(choose([heart, knee], mirrored)).toEqual(choose([knee, heart], one));
        expect(JSON.stringify(choose([knee, heart], one))).not.toContain('张');
      }),
    );
  });
});
