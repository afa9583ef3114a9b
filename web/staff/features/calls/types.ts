import type { Reply } from '../../api/types.ts';

export type Call = Reply<'calls.callOf'>;
export type Question = Call['questions'][number];
export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>;
export type Answer = Call['answers'][number];
export type Value = Answer['value'];
export type ValueOf<K extends Value['kind']> = Extract<Value, { kind: K }>;
export type Who = Call['attempts'][number]['who'];
export type TryOutcome = Call['attempts'][number]['outcome'];
export type Dialling = Reply<'calls.openCall'>;
export type Raised = NonNullable<Reply<'calls.saveAnswer'>['raised']>;
/** What an answer has led to as it stands now: `over` once somebody has closed the alert. */
export interface Standing {
  readonly alertId: string;
  readonly reason: Raised['reason'] | null;
  readonly patientWords: Raised['patientWords'];
  readonly over: boolean;
}
