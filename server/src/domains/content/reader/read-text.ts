import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PackProblem, packProblem } from '../problem.ts';

/** No section of words comes near this; whatever does is not a section. */
const maxBytes = 1_000_000;

/** Reads one file of a pack as UTF-8. Links are not followed: a pack holds its own words. */
export async function readText(dir: string, file: string): Promise<{ text: string } | { problem: PackProblem }> {
  const path = join(dir, file);
  const found = await lstat(path).catch(() => undefined);
  if (!found) return { problem: packProblem(file, '', 'file-missing', '缺少这个文件', 'this file is missing') };
  if (!found.isFile())
    return { problem: packProblem(file, '', 'not-a-file', '这里应是一个普通文件', 'a plain file belongs here') };
  if (found.size > maxBytes) {
    return { problem: packProblem(file, '', 'file-too-large', '文件超过 1 MB', 'the file is larger than 1 MB') };
  }
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return { problem: packProblem(file, '', 'file-unreadable', '文件读不出来', 'the file cannot be read') };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: packProblem(file, '', 'not-utf8', '文件不是 UTF-8 编码', 'the file is not UTF-8') };
  }
}
