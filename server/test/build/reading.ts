import { type RecordInput, record } from '../../src/domains/monitoring/index.ts';
import { newId } from '../../src/kernel/ids/index.ts';
import type { TestHouse } from '../harness.ts';
import { asStaff } from './as-staff.ts';

/** A temperature measured some hours ago, told to N101. */
export async function temperature(
  test: TestHouse,
  patientId: string,
  value: string,
  hoursAgo = 0,
  over: Partial<RecordInput> = {},
): Promise<Awaited<ReturnType<typeof record>> & { id: string }> {
  const id: string = newId();
  const told = await asStaff(test, 'N101', 'monitoring.record', (tx, scope) =>
    record(tx, scope, {
      id,
      patientId,
      encounterId: null,
      code: '8310-5',
      value,
      unit: 'Cel',
      effectiveAt: new Date(tx.now.getTime() - hoursAgo * 3_600_000),
      source: 'staff',
      ...over,
    }),
  );
  return { ...told, id };
}
