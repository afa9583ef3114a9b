import type { Words } from '../../../../contract/common.ts';
import type { CallQuestion, CallSection, Disposition, MedicineAdvice } from '../content/index.ts';
import { CHANNELS_QUESTION, MEDICINES_QUESTION, type Script, type ScriptQuestion, type ScriptSign } from './script.ts';

/** A medicine of the discharge list. */
export interface Medicine {
  readonly code: string | null;
  readonly text: string;
  readonly dose: string | null;
  readonly route: string | null;
  readonly frequency: string | null;
}

export interface Composing {
  readonly packTitle: Words;
  readonly call: CallSection;
  readonly variant: Disposition;
  readonly advice: readonly MedicineAdvice[];
  readonly signs: readonly ScriptSign[];
  /** Codes of the pack's programme with what a reading of them is called. */
  readonly measures: readonly { readonly code: string; readonly loinc: string; readonly ucum: string }[];
  readonly medicines: readonly Medicine[];
  readonly wardPhone: string | null;
  readonly onCallPhone: string | null;
  readonly words: { readonly medicines: Words; readonly channels: Words };
}

/** The script of this variant, or that for home where the pack has none of its own. */
export function variantOf(call: CallSection, wanted: Disposition): Disposition {
  return call.variants.some((one) => one.disposition === wanted) ? wanted : 'home';
}

/**
 * The script of one call: the pack's questions in their order, each opened question once behind the first that opens it, the stay's
 * real medicines with the pack's advice at the head of the medicines block, the numbers to tell at the head of the emergency block.
 */
export function compose(input: Composing): Script {
  const variant = input.call.variants.find((one) => one.disposition === input.variant);
  if (!variant) throw new RangeError(`pack has no script for ${input.variant}`);
  const byId = new Map(input.call.questions.map((question) => [question.id, question]));
  const openers = openersOf(input.call.questions);
  const placed = new Map<string, ScriptQuestion>();
  const place = (id: string, top: boolean): void => {
    const question = byId.get(id);
    if (!question || placed.has(id)) return;
    placed.set(id, pin(question, top ? null : (openers.get(id) ?? null), input));
    for (const opened of openedBy(question)) if (!variant.ask.includes(opened)) place(opened, false);
  };
  for (const id of variant.ask) place(id, true);
  const pack = [...placed.values()];
  return {
    packTitle: input.packTitle,
    opening: variant.opening,
    questions: [
      ...before(pack, 'medicines', medicinesQuestion(input)),
      ...from(pack, 'medicines', 'emergency-channel'),
      channelsQuestion(input),
      ...from(pack, 'emergency-channel', null),
    ],
    signs: input.signs,
  };
}

const BLOCKS: readonly ScriptQuestion['block'][] = [
  'safe-home',
  'questions',
  'medicines',
  'appointments',
  'home-services',
  'key-points',
  'emergency-channel',
  'closing',
];
const at = (block: ScriptQuestion['block']) => BLOCKS.indexOf(block);

function before(
  questions: readonly ScriptQuestion[],
  block: ScriptQuestion['block'],
  added: ScriptQuestion | null,
): ScriptQuestion[] {
  return [...questions.filter((one) => at(one.block) < at(block)), ...(added ? [added] : [])];
}

function from(
  questions: readonly ScriptQuestion[],
  block: ScriptQuestion['block'],
  until: ScriptQuestion['block'] | null,
): ScriptQuestion[] {
  return questions.filter((one) => at(one.block) >= at(block) && (until === null || at(one.block) < at(until)));
}

function openedBy(question: CallQuestion): string[] {
  if (question.kind === 'choice') return question.options.flatMap((option) => option.opens ?? []);
  return question.kind === 'number' ? question.thresholds.flatMap((threshold) => threshold.opens ?? []) : [];
}

function openersOf(questions: readonly CallQuestion[]): Map<string, string[]> {
  const openers = new Map<string, string[]>();
  for (const question of questions)
    for (const opened of new Set(openedBy(question)))
      openers.set(opened, [...(openers.get(opened) ?? []), question.id]);
  return openers;
}

function pin(question: CallQuestion, openers: string[] | null, input: Composing): ScriptQuestion {
  const asked = {
    id: question.id,
    block: question.block,
    say: question.say,
    staffNote: question.staffNote ?? null,
    required: question.required,
    openedBy: openers,
  };
  switch (question.kind) {
    case 'choice':
      return {
        ...asked,
        kind: 'choice',
        options: question.options.map((option) => ({
          id: option.id,
          label: option.label,
          severity: option.severity,
          opens: option.opens ?? [],
          raises: option.raises ?? null,
        })),
      };
    case 'number': {
      const measure = input.measures.find((one) => one.code === question.records);
      return {
        ...asked,
        kind: 'number',
        unit: question.unit,
        min: question.min,
        max: question.max,
        decimals: question.decimals,
        thresholds: question.thresholds.map(({ op, value, severity, raises, opens }) => ({
          op,
          value,
          severity,
          raises,
          opens: opens ?? [],
        })),
        records: measure ? { loinc: measure.loinc, ucum: measure.ucum } : null,
      };
    }
    case 'text':
      return { ...asked, kind: 'text' };
    case 'teach-back':
      return { ...asked, kind: 'teach-back', expects: question.expects };
  }
}

/** Asked only where the person takes the medicines themselves: the other hospital gives them to a patient who has moved there. */
function medicinesQuestion(input: Composing): ScriptQuestion | null {
  if (input.medicines.length === 0 || input.variant === 'transferred') return null;
  return {
    id: MEDICINES_QUESTION,
    block: 'medicines',
    say: input.words.medicines,
    staffNote: null,
    required: false,
    openedBy: null,
    kind: 'medicines',
    medicines: input.medicines.map((medicine, index) => {
      const advice = adviceFor(medicine, input.advice);
      return {
        key: String(index + 1),
        text: medicine.text,
        dose: medicine.dose,
        route: medicine.route,
        frequency: medicine.frequency,
        advice: advice ? { title: advice.title, advice: advice.advice } : null,
      };
    }),
  };
}

/** The pack's advice for the medicine's class: by ATC code where the list carries one, else by the name in it. */
export function adviceFor(medicine: Medicine, advice: readonly MedicineAdvice[]): MedicineAdvice | null {
  const code = medicine.code?.toUpperCase() ?? '';
  return (
    advice.find((one) => code !== '' && one.atc.some((prefix) => code.startsWith(prefix))) ??
    advice.find((one) => one.words.some((word) => medicine.text.includes(word))) ??
    null
  );
}

function channelsQuestion(input: Composing): ScriptQuestion {
  return {
    id: CHANNELS_QUESTION,
    block: 'emergency-channel',
    say: input.words.channels,
    staffNote: null,
    required: true,
    openedBy: null,
    kind: 'channels',
    channels: [
      { key: 'ward', phone: input.wardPhone },
      { key: 'on-call', phone: input.onCallPhone },
      { key: '120', phone: '120' },
    ],
  };
}
