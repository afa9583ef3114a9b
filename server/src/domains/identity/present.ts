import type { z } from 'zod';
import type { Shift, StaffRef } from '../../../../contract/identity.ts';
import type { ShiftRow } from './roster.store.ts';
import type { StaffRow } from './staff.store.ts';

/** A person by number and name; someone who has been removed keeps their id. */
export function staffRef(people: ReadonlyMap<string, StaffRow>, id: string): z.infer<typeof StaffRef> {
  const person = people.get(id);
  return { id, staffNo: person?.staff_no ?? '–', name: person?.name ?? '–' };
}

export function presentShift(shift: ShiftRow, people: ReadonlyMap<string, StaffRow>): z.infer<typeof Shift> {
  return {
    id: shift.id,
    wardId: shift.ward_id,
    duty: shift.duty,
    staff: staffRef(people, shift.staff_id),
    startsAt: shift.starts_at.toISOString(),
    endsAt: shift.ends_at.toISOString(),
  };
}
