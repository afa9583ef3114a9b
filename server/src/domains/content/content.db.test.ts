import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useHouse } from '../../../test/harness.ts';
import { timesSaid } from '../../../test/look.ts';
import { systemScope } from '../identity/index.ts';
import { listAttempts } from './attempt.store.ts';
import { importFolders } from './import/import-folders.ts';
import { choosePack, importPack, type PackSections, readPackFolder, section } from './index.ts';
import { listVersions } from './version.store.ts';

const test = useHouse();
const knee = path.resolve(import.meta.dirname, '../../../../content/knee-replacement');
let root: string;
let pack: PackSections;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'packs-'));
  await cp(knee, path.join(root, 'knee-replacement'), { recursive: true });
  const read = await readPackFolder(knee);
  if (!read.ok) throw new Error('the knee pack has problems');
  pack = read.sections;
});
afterAll(() => rm(root, { recursive: true, force: true }));

const scope = () => systemScope(test().hospitalId);
const atVersion = (version: string): PackSections => ({ ...pack, pack: { ...pack.pack, version } });
const versions = async () =>
  (await test().tenant((tx) => listVersions(tx, { limit: 100, after: null })))
    .map(({ version, state }) => ({ version, state }))
    .reverse();
const events = () => timesSaid(test(), 'content.published');

describe('taking packs in', () => {
  it('has taken in the packs of the program at the first start, and a second start changes nothing', async () => {
    expect(await versions()).toEqual([{ version: '1.0.0', state: 'published' }]);
    const before = await events();
    expect(await importFolders(test().house.ctx, scope())).toEqual({ imported: 0, unchanged: 1, refused: 0 });
    expect(await events()).toBe(before);
  });

  it('refuses the same version with one other word', async () => {
    const other = { ...pack, pack: { ...pack.pack, reviewDueOn: '2027-06-01' } };
    await expect(test().tenant((tx) => importPack(tx, scope(), other))).rejects.toMatchObject({
      code: 'version-taken',
    });
  });

  it('retires the version before, keeps it readable, and does not go back', async () => {
    expect(await test().tenant((tx) => importPack(tx, scope(), atVersion('1.10.0')))).toMatchObject({ imported: true });
    await expect(test().tenant((tx) => importPack(tx, scope(), atVersion('1.9.0')))).rejects.toMatchObject({
      code: 'version-older',
    });
    expect(await versions()).toEqual([
      { version: '1.0.0', state: 'retired' },
      { version: '1.10.0', state: 'published' },
    ]);
    const old = await test().tenant((tx) => section(tx, 'knee-replacement', '1.0.0', 'pathway'));
    expect(old).toEqual(pack.pathway);
    expect(await test().tenant((tx) => section(tx, 'knee-replacement', '1.0.0', 'pathway'))).toBe(old);
  });

  it('refuses a pack with problems whole and keeps them', async () => {
    const broken = atVersion('2.0.0');
    const wordless = { ...broken, pathway: { ...broken.pathway, messages: [] } };
    await expect(test().tenant((tx) => importPack(tx, scope(), wordless))).rejects.toMatchObject({
      code: 'pack-has-problems',
    });
    const file = path.join(root, 'knee-replacement/pathway.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('kind: message', 'kind: letter'));
    expect(await importFolders(test().house.ctx, scope(), root)).toEqual({ imported: 0, unchanged: 0, refused: 1 });
    const [attempt] = await test().tenant((tx) => listAttempts(tx, { limit: 1, after: null }));
    expect(attempt).toMatchObject({ outcome: 'refused', problems: [{ file: 'pathway.yaml' }] });
  });

  it('throws for a section nobody imported', async () => {
    await expect(test().tenant((tx) => section(tx, 'hip', '1.0.0', 'call'))).rejects.toThrow('no section');
  });
});

describe('choosePack', () => {
  it('chooses among the published versions only', async () => {
    const episode = {
      class: 'inpatient',
      diagnoses: [],
      procedures: [{ code: '81.5400', text: null }],
      department: '骨科',
      reason: null,
    };
    const choice = await test().tenant((tx) => choosePack(tx, episode));
    expect(choice).toMatchObject({ slug: 'knee-replacement', version: '1.10.0' });
  });
});
