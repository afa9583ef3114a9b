import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPackFolder } from './read-pack-folder.ts';

const knee = join(import.meta.dirname, '../../../../../content/knee-replacement');
let root: string;
let dir: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pack-'));
  dir = join(root, 'knee-replacement');
  await cp(knee, dir, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(dir, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(join(dir, file), after);
}

async function problems() {
  const read = await readPackFolder(dir);
  return read.ok ? [] : read.problems;
}

describe('readPackFolder', () => {
  it('reads a whole pack, guide pages in order with both languages', async () => {
    const read = await readPackFolder(dir);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.sections.pack.slug).toBe('knee-replacement');
    expect(read.sections.guide.map((page) => page.order)).toEqual(
      read.sections.guide.map((page) => page.order).sort((a, b) => a - b),
    );
    expect(read.sections.guide[0]?.body.en).toContain('120');
  });

  it('answers for a folder that is not there', async () => {
    const read = await readPackFolder(join(root, 'nowhere'));
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'folder-missing' }] });
  });

  it.each<[string, string, string, () => Promise<unknown>]>([
    ['a missing file', 'faq.yaml', 'file-missing', () => rm(join(dir, 'faq.yaml'))],
    ['an unknown file', 'faqs.yaml', 'file-unknown', () => writeFile(join(dir, 'faqs.yaml'), '[]')],
    ['broken YAML', 'faq.yaml', 'yaml', () => writeFile(join(dir, 'faq.yaml'), 'a: [1')],
    ['a key written twice', 'pack.yaml', 'yaml', () => edit('pack.yaml', (text) => `${text}\nslug: again\n`)],
    ['an alias bomb', 'faq.yaml', 'yaml', () => writeFile(join(dir, 'faq.yaml'), bomb)],
    ['an empty file', 'faq.yaml', 'shape-invalid-type', () => writeFile(join(dir, 'faq.yaml'), '')],
    [
      'another encoding',
      'faq.yaml',
      'not-utf8',
      () => writeFile(join(dir, 'faq.yaml'), Buffer.from([0xcf, 0xa5, 0xb8, 0xc7])),
    ],
    ['a huge file', 'faq.yaml', 'file-too-large', () => writeFile(join(dir, 'faq.yaml'), '#'.repeat(1_000_001))],
    [
      'a link out of the folder',
      'faq.yaml',
      'not-a-file',
      () => rm(join(dir, 'faq.yaml')).then(() => symlink('/etc/hostname', join(dir, 'faq.yaml'))),
    ],
    [
      'an unknown key',
      'surveys.yaml',
      'shape-unrecognized-keys',
      () => edit('surveys.yaml', (text) => text.replace('- id: nps', '- id: nps\n  colour: red')),
    ],
    [
      'another slug',
      'pack.yaml',
      'slug-not-folder',
      () => edit('pack.yaml', (text) => text.replace('slug: knee-replacement', 'slug: hip')),
    ],
    ['a missing English page', 'guide/en/diet.md', 'file-missing', () => rm(join(dir, 'guide/en/diet.md'))],
    ['a missing Chinese page', 'guide/en/diet.md', 'chinese-missing', () => rm(join(dir, 'guide/diet.md'))],
    ['no front matter', 'guide/diet.md', 'front-matter-missing', () => writeFile(join(dir, 'guide/diet.md'), '# Diet')],
    [
      'an empty page',
      'guide/en/diet.md',
      'page-empty',
      () => writeFile(join(dir, 'guide/en/diet.md'), '---\nid: diet\n---\n'),
    ],
    [
      'a page under another name',
      'guide/diet.md',
      'id-not-file',
      () => edit('guide/diet.md', (text) => text.replace('id: diet', 'id: food')),
    ],
    ['no guide', 'guide', 'guide-empty', () => rm(join(dir, 'guide'), { recursive: true })],
  ])('reports %s', async (_what, file, code, spoil) => {
    await spoil();
    expect(await problems()).toContainEqual(expect.objectContaining({ file, code }));
  });

  it('names the place inside the file and the line of broken YAML', async () => {
    await edit('measure.yaml', (text) => text.replace('value: 38.5', 'value: hot'));
    await edit('guide/diet.md', (text) => text.replace('order: 100', 'order: [100'));
    const found = await problems();
    expect(found).toContainEqual(expect.objectContaining({ file: 'measure.yaml', path: 'rules[1].value' }));
    const line =
      (await readFile(join(dir, 'guide/diet.md'), 'utf8')).split('\n').findIndex((text) => text.startsWith('order')) +
      1;
    const broken = found.find((problem) => problem.file === 'guide/diet.md');
    expect(Number(broken?.path.replace('line ', '')) - line).toBeLessThanOrEqual(1);
    expect(Number(broken?.path.replace('line ', '')) - line).toBeGreaterThanOrEqual(0);
  });

  it('explains a wrong schedule by the kind it comes nearest to, in Chinese and English', async () => {
    await edit('pathway.yaml', (text) => text.replace(/(anchor: discharge\n\s+)hours: 2\b/, '$1hours: -2'));
    const found = (await problems()).filter((problem) => problem.file === 'pathway.yaml');
    expect(found).toHaveLength(1);
    expect(found[0]?.path).toMatch(/^tasks\[\d+\]\.schedule\.hours$/);
    expect(found[0]?.message['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(found[0]?.message.en).toMatch(/Too small/);
  });
});

const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...[...'bcdefgh'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`)}]`),
].join('\n');
