import type { Tx } from '../../kernel/db/index.ts';
import { type ProgrammeEntry, section } from '../content/index.ts';
import type { InForce } from './judge.ts';
import type { ProgrammeRow } from './programme.store.ts';

/** The rules of these programmes, each of the version its plan has pinned. */
export async function rulesOf(tx: Tx, programmes: readonly ProgrammeRow[]): Promise<InForce[]> {
  const packs: InForce[] = [];
  for (const row of programmes) {
    const measure = await section(tx, row.slug, row.pack_version, 'measure');
    packs.push({
      slug: row.slug,
      programme: measure.programme,
      rules: measure.rules,
      dischargeOn: row.discharge_on,
      surgeryOn: row.surgery_on,
    });
  }
  return packs;
}

/** What a pack says of a measure: title, unit, how to measure, its range. The first pack that has it. */
export function entryOf(packs: readonly InForce[], code: string): ProgrammeEntry | null {
  for (const pack of packs) {
    const entry = pack.programme.find((one) => one.loinc === code);
    if (entry) return entry;
  }
  return null;
}
