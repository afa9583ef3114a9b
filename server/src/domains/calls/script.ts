import type { z } from 'zod';
import type { Question } from '../../../../contract/calls.ts';
import type { Words } from '../../../../contract/common.ts';

type Kind<K extends z.infer<typeof Question>['kind']> = Extract<z.infer<typeof Question>, { kind: K }>;
type Choice = Kind<'choice'>;
type Figure = Kind<'number'>;

/** An option as pinned: what the screen gets, and the warning sign it raises. */
export type ScriptOption = Choice['options'][number] & { readonly raises: string | null };
export type ScriptThreshold = Figure['thresholds'][number] & { readonly raises: string };

/** A question as pinned in the call. */
export type ScriptQuestion =
  | (Omit<Choice, 'options'> & { readonly options: readonly ScriptOption[] })
  | (Omit<Figure, 'thresholds'> & {
      readonly thresholds: readonly ScriptThreshold[];
      /** Where the figure is also stored as a reading: LOINC and UCUM. */
      readonly records: { readonly loinc: string; readonly ucum: string } | null;
    })
  | Kind<'text'>
  | Kind<'teach-back'>
  | Kind<'medicines'>
  | Kind<'channels'>;

/** What a raised warning sign says, pinned so that an old call still explains itself. */
export interface ScriptSign {
  readonly id: string;
  readonly sign: Words;
  readonly whatToDo: Words;
}

/** The whole script of one call. Placeholders stay open: names are filled in for each reader. */
export interface Script {
  readonly packTitle: Words;
  readonly opening: Words;
  readonly questions: readonly ScriptQuestion[];
  readonly signs: readonly ScriptSign[];
}

export const MEDICINES_QUESTION = 'medicines-one-by-one';
export const CHANNELS_QUESTION = 'channels-told';
