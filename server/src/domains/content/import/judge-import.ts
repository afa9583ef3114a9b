import { checkPack } from '../check/check-pack.ts';
import { type PackProblem, packProblem } from '../problem.ts';
import type { PackSections } from '../schema/index.ts';

/** What is known of the slug before the import: the row of this very version, and the version in use. */
export interface Known {
  readonly sameVersionSha: string | null;
  readonly publishedVersion: string | null;
}

/** What an import would do. */
export type Judged = { outcome: 'imported' | 'unchanged' } | { outcome: 'refused'; problems: PackProblem[] };

/** Decides what becomes of a pack that could be read. Pure. */
export function judgeImport(sections: PackSections, sha256: string, known: Known): Judged {
  const { version } = sections.pack;
  if (known.sameVersionSha === sha256) return { outcome: 'unchanged' };
  const problems = checkPack(sections);
  if (known.sameVersionSha !== null)
    problems.push(
      packProblem(
        'pack.yaml',
        'version',
        'version-taken',
        `${version} 已经导入过，内容却不同；已发布的版本不再改动，请升版本号`,
        `${version} is here with other content; a published version never changes, give it a new number`,
      ),
    );
  else if (known.publishedVersion !== null && compareVersions(version, known.publishedVersion) < 0)
    problems.push(
      packProblem(
        'pack.yaml',
        'version',
        'version-older',
        `正在使用的是更新的 ${known.publishedVersion}`,
        `the newer ${known.publishedVersion} is in use`,
      ),
    );
  return problems.length === 0 ? { outcome: 'imported' } : { outcome: 'refused', problems };
}

/** Order of two semantic versions without pre-release parts: negative, zero or positive. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (const at of [0, 1, 2]) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
