import type { Tx } from '../../kernel/db/index.ts';
import { sql } from '../../kernel/db/index.ts';

/** Moves the rows of `from` to `into`. Numbers both have stay with `into`; decisions stay where they were given. */
export async function moveRows(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(sql`
    update patients.identifier set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`);
  await tx.rows(sql`
    delete from patients.contact_point c where c.hospital_id = ${tx.hospitalId} and c.patient_id = ${from} and c.related_person_id is null
      and exists (select 1 from patients.contact_point k where k.hospital_id = ${tx.hospitalId} and k.patient_id = ${into}
        and k.related_person_id is null and k.value_hmac = c.value_hmac)`);
  await tx.rows(sql`
    update patients.related_person set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`);
  await tx.rows(sql`
    update patients.contact_point set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`);
  await tx.rows(sql`
    update patients.hold set patient_id = ${into} where hospital_id = ${tx.hospitalId} and patient_id = ${from}`);
}

/** Makes `from`, and whatever stood for it, an alias of `into`: aliases stay one step deep. */
export async function makeAlias(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(sql`
    update patients.patient set merged_into = ${into} where hospital_id = ${tx.hospitalId} and (id = ${from} or merged_into = ${from})`);
}

/** The reach profile prepared for `from` serves `into` where nobody prepared one there. */
export async function inheritReach(tx: Tx, from: string, into: string): Promise<void> {
  await tx.rows(sql`
    update patients.patient k set form_of_address = f.form_of_address, preferred_from = f.preferred_from, preferred_to = f.preferred_to,
      reach_channel = f.reach_channel, reach_notes = f.reach_notes, elder_mode = f.elder_mode, reach_prepared_at = f.reach_prepared_at,
      version = k.version + 1
    from patients.patient f
    where k.hospital_id = ${tx.hospitalId} and f.hospital_id = k.hospital_id and k.id = ${into} and f.id = ${from}
      and k.reach_prepared_at is null and f.reach_prepared_at is not null`);
}
