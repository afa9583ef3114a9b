import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHARLSON_TABLE } from './charlson-table.ts';
import { charlsonFromIcd10 } from './index.ts';

const score = (...codes: string[]) => charlsonFromIcd10(codes).score;

describe('Charlson from ICD-10', () => {
  test('no readable code is unknown, not zero', () => {
    expect(charlsonFromIcd10([])).toMatchObject({ score: null, lowerBound: true, items: [], unread: [] });
    expect(charlsonFromIcd10(['', ' '])).toMatchObject({ score: null, lowerBound: true });
    expect(charlsonFromIcd10(['410.9', '膝关节病'])).toMatchObject({ score: null, unread: ['410.9', '膝关节病'] });
  });

  test('an unreadable code beside readable ones makes a lower bound', () => {
    expect(charlsonFromIcd10(['I50.9', '250.00'])).toMatchObject({ score: 2, lowerBound: true, unread: ['250.00'] });
    expect(charlsonFromIcd10(['M17.1'])).toMatchObject({ score: 0, lowerBound: false, items: [] });
  });

  test.each([
    ['I21.9', 1],
    ['I25.2', 1],
    ['I25.1', 0],
    ['I50.0', 2],
    ['I42.1', 0],
    ['I42.6', 2],
    ['I70.2', 1],
    ['I63.9', 1],
    ['F03', 3],
    ['J44.1', 2],
    ['J48', 0],
    ['M06.9', 3],
    ['M35.0', 0],
    ['M35.1', 3],
    ['E11.9', 1],
    ['E11.2', 2],
    ['E10.1', 1],
    ['B18.1', 2],
    ['K74.6', 2],
    ['K76.1', 0],
    ['K76.6', 4],
    ['N18.1', 2],
    ['N18', 2],
    ['N18.3', 2],
    ['N18.9', 2],
    ['N03.2', 2],
    ['N18.0', 4],
    ['N18.4', 4],
    ['N18.5', 4],
    ['N19', 4],
    ['I12.0', 4],
    ['I12.9', 0],
    ['Z99.2', 4],
    ['N17.9', 0],
    ['B24', 4],
    ['B23.8', 0],
    ['C34.1', 2],
    ['C44.3', 0],
    ['C78.0', 6],
  ])('%s gives %i', (code, points) => {
    expect(score(code)).toBe(points);
  });

  test('what Quan names and LACE does not weigh is shown without points', () => {
    expect(charlsonFromIcd10(['K25.9', 'G81.9'])).toMatchObject({
      score: 0,
      items: [
        { condition: 'peptic-ulcer', codes: ['K25.9'], points: 0, reason: 'unweighted' },
        { condition: 'paralysis', codes: ['G81.9'], points: 0, reason: 'unweighted' },
      ],
    });
  });

  test('mild and severe are not both counted, and each says why', () => {
    const { score: total, items } = charlsonFromIcd10(['C34.1', 'C78.0', 'E11.9', 'E11.4']);
    expect(total).toBe(8);
    expect(items.map(({ condition, points, supersededBy }) => [condition, points, supersededBy])).toEqual([
      ['diabetes-complicated', 2, null],
      ['diabetes-uncomplicated', 0, 'diabetes-complicated'],
      ['metastatic', 6, null],
      ['cancer', 0, 'metastatic'],
    ]);
    expect(score('K74.6', 'K76.6')).toBe(4);
    expect(score('N18.1', 'N18.5')).toBe(4);
    expect(score('K74.6', 'N18.2')).toBe(2);
    expect(score('K74.6', 'N18.5')).toBe(4);
  });

  test('a condition counts once however often it is coded, with all its codes', () => {
    const result = charlsonFromIcd10(['I21.0', 'I25.2', 'I21.0']);
    expect(result).toMatchObject({ score: 1, items: [{ codes: ['I21.0', 'I25.2'], points: 1, reason: 'counted' }] });
  });

  test('codes as Chinese hospitals write them', () => {
    // The x001 of the national clinical edition is an extension, not a code of chapter XX.
    expect(charlsonFromIcd10(['I21.900x001'])).toMatchObject({ score: 1, lowerBound: false });
    expect(charlsonFromIcd10(['I10.x00'])).toMatchObject({ score: 0, lowerBound: false });
    expect(charlsonFromIcd10(['e11.201+N08.3*'])).toMatchObject({ score: 2, items: [{ codes: ['e11.201+N08.3*'] }] });
    expect(charlsonFromIcd10(['Ｊ４４．９'])).toMatchObject({ score: 2, lowerBound: false });
    expect(score('J449', 'I252')).toBe(3);
  });

  test('within a group the table lists the heavier condition first', () => {
    const last = new Map<string, number>();
    for (const { group, points } of CHARLSON_TABLE) {
      if (points === null) continue;
      expect(points).toBeLessThanOrEqual(last.get(group) ?? points);
      last.set(group, points);
    }
    expect(last.size).toBe(11);
  });

  test('property: more codes never lower the score, and order does not matter', () => {
    const code = fc
      .tuple(fc.constantFrom(...'BCEFGIJKMNZ'), fc.integer({ min: 0, max: 999 }))
      .map(([letter, n]) => letter + String(n).padStart(3, '0'));
    const codes = fc.array(code, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(codes, codes, (some, more) => {
        const all = score(...some, ...more) as number;
        expect(all).toBeGreaterThanOrEqual(score(...some) as number);
        expect(score(...more, ...some)).toBe(all);
      }),
    );
  });
});
