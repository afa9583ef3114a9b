import { type PackProblem, packProblem } from '../problem.ts';
import type { PackSections } from '../schema/index.ts';
import { guideFile } from '../section-files.ts';
import { everyText } from './every-text.ts';

/** Promises, superlatives and cure rates: advertising law forbids them, and a ward does not talk so. */
const banned =
  /包治|包好|根治|治愈率|有效率|保证(治|康复|恢复|不)|永不复发|绝不复发|百分之百|100%|零风险|无副作用|没有副作用|神医|特效药|秘方|国家级|全国第一|最好的(医院|医生|专家)|guaranteed? (cure|recovery)|cure rate|miracle|risk-free|no side effects|best (hospital|doctor|surgeon)/i;

const holes = new Set(['form_of_address', 'day_number', 'ward_phone', 'hospital', 'clinician']);
const han = /\p{Script=Han}/u;
const elderSummaryHan = 40;

/** How a pack may speak: no promises, both languages real, only known holes, short where it must be short. */
export function checkWords(sections: PackSections): PackProblem[] {
  const { guide, ...yaml } = sections;
  const files = [
    ...Object.entries(yaml).map(([name, value]) => ({ file: `${name}.yaml`, value: value as unknown })),
    ...guide.map((page) => ({ file: guideFile(page.id), value: page as unknown })),
  ];
  return [
    ...files.flatMap(({ file, value }) => everyText(value).flatMap(({ path, text }) => checkText(file, path, text))),
    ...guide.flatMap((page) => checkPage(guideFile(page.id), page.elderSummary['zh-CN'], page.body)),
  ];
}

function checkText(file: string, path: string, text: string): PackProblem[] {
  const problems: PackProblem[] = [];
  const promise = banned.exec(text);
  if (promise)
    problems.push(packProblem(file, path, 'banned-word', `不能用“${promise[0]}”`, `"${promise[0]}" must not be used`));
  if (path.endsWith('.en') && han.test(text)) {
    problems.push(packProblem(file, path, 'english-has-han', '英文里还有中文', 'Chinese was left in the English'));
  }
  if (path.endsWith('.zh-CN') && !han.test(text) && !path.includes('unit')) {
    problems.push(packProblem(file, path, 'chinese-missing', '这里应是中文', 'Chinese belongs here'));
  }
  for (const [, hole = ''] of text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)) {
    const allowed = /^messages\[\d+\]\.(title|body)\./.test(path) && file === 'pathway.yaml' && holes.has(hole);
    if (!allowed)
      problems.push(
        packProblem(file, path, 'unknown-hole', `这里不能用 {{${hole}}}`, `{{${hole}}} cannot be used here`),
      );
  }
  return problems;
}

function checkPage(file: string, summary: string, body: { 'zh-CN': string; en: string }): PackProblem[] {
  const problems: PackProblem[] = [];
  if ([...summary].filter((letter) => han.test(letter)).length > elderSummaryHan) {
    problems.push(
      packProblem(
        file,
        'elderSummary',
        'summary-too-long',
        '大字摘要超过 40 个汉字',
        'the summary has more than 40 Han characters',
      ),
    );
  }
  for (const [language, text] of Object.entries(body)) {
    if (/<[a-z!/]|!\[[^\]]*\]\((?!media\/)|\]\((?!#|media\/|https:|tel:)/i.test(text)) {
      problems.push(
        packProblem(
          file,
          `body.${language}`,
          'unsafe-markdown',
          '正文不能有 HTML 或外部图片',
          'no HTML and no foreign pictures in a page',
        ),
      );
    }
  }
  return problems;
}
