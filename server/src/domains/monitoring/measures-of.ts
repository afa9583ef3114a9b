import type { Measure } from '../../../../contract/monitoring.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { civilDate } from '../../kernel/time/index.ts';
import { ownHospital } from '../identity/index.ts';
import { entryOf, rulesOf } from './in-force.ts';
import { boundsOf, rulesFor } from './judge.ts';
import { MEASURES, type MeasureKind } from './measures.ts';
import { liveProgrammes } from './programme.store.ts';
import { latestReading, type ReadingRow, readingsSince } from './reading.store.ts';
import { titleOf, unitOf } from './texts.ts';

type Row = Pick<ReadingRow, 'id' | 'code' | 'value' | 'effective_at'>;

const TREND_DAYS = 14;
const MOST_POINTS = 60;
const DAY_MS = 86_400_000;

export const pointOf = (row: Pick<Row, 'id' | 'value' | 'effective_at'>) => ({
  id: row.id,
  at: row.effective_at.toISOString(),
  value: row.value,
});

/** Every measure the house knows, those of the patient's programme first, each with its last two weeks. */
export async function measuresOf(tx: Tx, patientId: string): Promise<Measure[]> {
  const packs = await rulesOf(tx, await liveProgrammes(tx, patientId));
  const { time_zone: zone } = await ownHospital(tx);
  const today = civilDate(tx.now, zone);
  const rows = await readingsSince(
    tx,
    patientId,
    MEASURES.map((measure) => measure.code),
    new Date(tx.now.getTime() - TREND_DAYS * DAY_MS),
  );
  const shown: Measure[] = [];
  for (const measure of MEASURES) {
    const own = rows.filter((row) => row.code === measure.code);
    const latest = own.at(-1) ?? (await latestReading(tx, patientId, measure.code));
    const entry = entryOf(packs, measure.code);
    const decimals = entry?.decimals ?? measure.decimals;
    shown.push({
      ...about(measure, entry),
      decimals,
      inProgramme: entry !== null,
      how: entry?.how ?? null,
      bounds: boundsOf(
        packs.flatMap((pack) => rulesFor(pack, measure.code, today)),
        decimals,
      ),
      points: own.slice(-MOST_POINTS).map(pointOf),
      latest: latest && pointOf(latest),
    });
  }
  return shown.sort((a, b) => Number(b.inProgramme) - Number(a.inProgramme));
}

function about(measure: MeasureKind, entry: ReturnType<typeof entryOf>) {
  return {
    code: measure.code,
    kind: measure.kind,
    title: entry?.title ?? titleOf(measure),
    unitWords: entry?.unit ?? unitOf(measure),
    unit: measure.unit,
    units: [measure.unit, ...measure.otherUnits],
    plausible: {
      low: Math.max(measure.plausible.low, entry?.min ?? measure.plausible.low),
      high: Math.min(measure.plausible.high, entry?.max ?? measure.plausible.high),
    },
  };
}
