import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPackFolder } from '../reader/read-pack-folder.ts';
import type { PackSections } from '../schema/index.ts';
import { checkPack } from './check-pack.ts';
import { plantedInPlan } from './planted/plan.ts';
import { plantedInWords } from './planted/words.ts';

const knee = join(import.meta.dirname, '../../../../../content/knee-replacement');
let clean: PackSections;

beforeAll(async () => {
  const read = await readPackFolder(knee);
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  clean = read.sections;
});

describe('checkPack', () => {
  it('finds nothing in the knee-replacement pack', () => {
    expect(checkPack(clean)).toEqual([]);
  });

  it.each([...plantedInPlan, ...plantedInWords])('finds a planted %s in %s', (code, file, spoil) => {
    const pack = structuredClone(clean);
    spoil(pack);
    const found = checkPack(pack).filter((problem) => problem.code === code && problem.file === file);
    expect(found).not.toEqual([]);
    for (const { message } of found) {
      expect(message['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toBe('');
    }
  });
});
