import type { Tx } from '../../kernel/db/index.ts';
import {
  type Diagnosis,
  type Findings,
  findingsOf,
  type Medicine,
  type Procedure,
  replaceDiagnoses,
  replaceMedicines,
  replaceProcedures,
} from './findings.store.ts';

/** Lists as a message brings them: undefined was not said, an empty list means none. */
export interface SaidFindings {
  readonly diagnoses?: readonly Diagnosis[] | undefined;
  readonly procedures?: readonly Procedure[] | undefined;
  readonly medicines?: readonly Medicine[] | undefined;
}

/** Takes over the lists that differ; an older message only fills empty ones. Returns the names of those that changed. */
export async function takeFindings(
  tx: Tx,
  encounterId: string,
  said: SaidFindings,
  newer: boolean,
  fresh: boolean,
): Promise<(keyof Findings)[]> {
  if (!said.diagnoses && !said.procedures && !said.medicines) return [];
  const have = fresh ? NOTHING : await findingsOf(tx, encounterId);
  const takes = <T>(list: readonly T[] | undefined, held: readonly T[]): list is readonly T[] =>
    list !== undefined && (newer || held.length === 0) && spell(list) !== spell(held);
  const changed: (keyof Findings)[] = [];
  if (takes(said.diagnoses, have.diagnoses)) {
    await replaceDiagnoses(tx, encounterId, said.diagnoses);
    changed.push('diagnoses');
  }
  if (takes(said.procedures, have.procedures)) {
    await replaceProcedures(tx, encounterId, said.procedures);
    changed.push('procedures');
  }
  if (takes(said.medicines, have.medicines)) {
    await replaceMedicines(tx, encounterId, said.medicines);
    changed.push('medicines');
  }
  return changed;
}

const NOTHING: Findings = { diagnoses: [], procedures: [], medicines: [] };

/** One spelling for equal lists, whatever order the keys of their entries have. */
function spell(list: readonly unknown[]): string {
  return JSON.stringify(
    list.map((one) => Object.entries(one as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
