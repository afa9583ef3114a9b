import { type PackProblem, packProblem } from '../problem.ts';
import type { PackSections } from '../schema/index.ts';

const file = 'pack.yaml';

/** Words that tell a stranger what happened, whatever the pack. */
const telling =
  /手术|术后|术前|切口|伤口|置换|切除|移植|化疗|放疗|关节|癌|瘤|病友|糖尿|血压|怀孕|产后|surg|operat|implant|wound|cancer|tumou?r|chemo|joint|diabet/i;

/** The head of a pack: it can be chosen, a signature has a person behind it, and nothing tells outside what it is about. */
export function checkPackHead({ pack, pathway, community }: PackSections): PackProblem[] {
  const { triggers, signOff } = pack;
  const words = [...triggers.words, ...triggers.departments].map((word) => word.toLowerCase());
  const tells = (text: string) => telling.test(text) || words.some((word) => text.toLowerCase().includes(word));
  const outside = [
    { file, path: 'privateTitle', text: pack.privateTitle },
    ...pathway.messages.map((message, index) => ({
      file: 'pathway.yaml',
      path: `messages[${index}].outsideTitle`,
      text: message.outsideTitle,
    })),
    ...community.names.map((text, index) => ({ file: 'community.yaml', path: `names[${index}]`, text })),
  ];
  const problems = outside.flatMap(({ file: at, path, text }) =>
    tells(text['zh-CN']) || tells(text.en)
      ? [packProblem(at, path, 'reveals', '外面看得见的字透露了病情', 'words seen from outside reveal the care')]
      : [],
  );
  const signed = signOff.by !== null && signOff.role !== null && signOff.on !== null;
  if ((signOff.status === 'signed') !== signed) {
    problems.push(
      packProblem(
        file,
        'signOff',
        'sign-off',
        '签署要有姓名、职务和日期',
        'a sign-off needs name, role and day, and only then',
      ),
    );
  }
  const byProcedure = triggers.procedures.length > 0 || triggers.words.length > 0;
  const byDiagnosis = triggers.diagnoses.length > 0 || triggers.words.length > 0;
  const choosable = { procedure: byProcedure, diagnosis: byDiagnosis, either: byProcedure || byDiagnosis }[
    triggers.decidedBy
  ];
  if (!choosable) {
    problems.push(
      packProblem(file, 'triggers', 'never-chosen', '没有编码或词能选中这个包', 'no code or word can choose this pack'),
    );
  }
  return problems;
}
