import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type PackProblem, packProblem } from '../problem.ts';
import { type GuidePage, guideEnglishFrontMatter, guideFrontMatter } from '../schema/index.ts';
import { readText } from './read-text.ts';
import { readYaml, splitFrontMatter } from './read-yaml.ts';
import { readShape } from './shape.ts';

/** Reads `guide/*.md` with the English twin of each page, ordered as the reader sees them. */
export async function readGuide(dir: string): Promise<{ pages: GuidePage[]; problems: PackProblem[] }> {
  const problems: PackProblem[] = [];
  const pages: GuidePage[] = [];
  const names = await pageNames(dir, 'guide');
  if (names.length === 0) {
    problems.push(packProblem('guide', '', 'guide-empty', '康复指南里还没有页面', 'the recovery guide has no page'));
  }
  for (const name of names) {
    const file = `guide/${name}`;
    const chinese = await readPage(dir, file, guideFrontMatter);
    const english = await readPage(dir, `guide/en/${name}`, guideEnglishFrontMatter);
    problems.push(...chinese.problems, ...english.problems);
    if (!chinese.head || !english.head) continue;
    if (`${chinese.head.id}.md` !== name || english.head.id !== chinese.head.id) {
      problems.push(
        packProblem(
          file,
          'id',
          'id-not-file',
          '页面编号要与文件名、英文页一致',
          'page id, file name and English id must agree',
        ),
      );
    }
    pages.push({ ...chinese.head, body: { 'zh-CN': chinese.body, en: english.body } });
  }
  for (const name of await pageNames(dir, 'guide/en')) {
    if (names.includes(name)) continue;
    problems.push(
      packProblem(
        `guide/en/${name}`,
        '',
        'chinese-missing',
        '没有对应的中文页',
        'there is no Chinese page of this name',
      ),
    );
  }
  return { pages: pages.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id)), problems };
}

async function pageNames(dir: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(dir, folder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.name.endsWith('.md'))
    .map((entry) => entry.name)
    .sort();
}

async function readPage<T extends z.ZodType>(
  dir: string,
  file: string,
  schema: T,
): Promise<{ head?: z.infer<T>; body: string; problems: PackProblem[] }> {
  const read = await readText(dir, file);
  if ('problem' in read) return { body: '', problems: [read.problem] };
  const parts = splitFrontMatter(read.text);
  if (!parts) {
    return {
      body: '',
      problems: [
        packProblem(file, '', 'front-matter-missing', '开头缺少 --- 信息块', 'the page must begin with a --- block'),
      ],
    };
  }
  // One line down, where the front matter stands in the file, so that reported lines are the file's own.
  const yaml = readYaml(`\n${parts.head}`, file);
  if ('problems' in yaml) return { body: '', problems: yaml.problems };
  const shape = readShape(schema, yaml.data, file);
  if (!shape.ok) return { body: '', problems: shape.problems };
  const problems =
    parts.body === '' ? [packProblem(file, '', 'page-empty', '页面没有正文', 'the page has no body')] : [];
  return { head: shape.value, body: parts.body, problems };
}
