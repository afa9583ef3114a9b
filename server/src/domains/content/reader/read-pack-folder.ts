import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type PackProblem, packProblem } from '../problem.ts';
import { type PackSections, packSections } from '../schema/index.ts';
import { sectionFile, type YamlSection, yamlSections } from '../section-files.ts';
import { readGuide } from './read-guide.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import { readShape } from './shape.ts';

/** A pack that could be read whole, or everything that stood in the way. */
export type ReadPack = { ok: true; sections: PackSections } | { ok: false; problems: PackProblem[] };

const besides = new Set(['guide', 'media', 'diet.svg', 'README.md']);

/**
 * Reads a pack folder: YAML and Markdown held against the schemas of the format. Bad content is never an exception;
 * it comes back as problems with file and place. Whether the sections fit each other is `checkPack`'s question.
 */
export async function readPackFolder(dir: string): Promise<ReadPack> {
  const entries = await readdir(dir).catch(() => undefined);
  if (!entries) {
    return {
      ok: false,
      problems: [packProblem('', '', 'folder-missing', '没有这个文件夹', 'there is no such folder')],
    };
  }
  const names = Object.keys(yamlSections) as YamlSection[];
  const read = await Promise.all(names.map((name) => readSection(dir, name)));
  const guide = await readGuide(dir);
  const problems = [...read.flatMap((section) => section.problems), ...guide.problems, ...strangers(entries, names)];

  const found: Record<string, unknown> = { guide: guide.pages };
  for (const section of read) found[section.name] = section.value;
  const whole = packSections.safeParse(found);
  if (whole.success && whole.data.pack.slug !== basename(resolve(dir))) {
    problems.push(
      packProblem('pack.yaml', 'slug', 'slug-not-folder', 'slug 要与文件夹同名', 'slug must be the name of the folder'),
    );
  }
  return whole.success && problems.length === 0 ? { ok: true, sections: whole.data } : { ok: false, problems };
}

async function readSection(
  dir: string,
  name: YamlSection,
): Promise<{ name: YamlSection; value?: unknown; problems: PackProblem[] }> {
  const file = sectionFile(name);
  const read = await readText(dir, file);
  if ('problem' in read) return { name, problems: [read.problem] };
  const yaml = readYaml(read.text, file);
  if ('problems' in yaml) return { name, problems: yaml.problems };
  const shape = readShape(yamlSections[name], yaml.data, file);
  return shape.ok ? { name, value: shape.value, problems: [] } : { name, problems: shape.problems };
}

/** A misspelt file name would otherwise just be missing words. */
function strangers(entries: string[], names: YamlSection[]): PackProblem[] {
  const known = new Set(names.map(sectionFile));
  return entries
    .filter((entry) => !entry.startsWith('.') && !besides.has(entry) && !known.has(entry))
    .map((entry) => packProblem(entry, '', 'file-unknown', '格式里没有这个文件', 'the format knows no such file'));
}
