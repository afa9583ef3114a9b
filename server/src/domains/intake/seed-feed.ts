import { sha256 } from '../../kernel/crypto/index.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { ownHospital } from '../identity/index.ts';
import { insertFeed } from './feed.store.ts';

/** Gives a hospital its two mouths: a listener feed that takes any facility, and a FHIR feed with the given secret. */
export async function seedFeed(tx: Tx, fhirSecret: string): Promise<void> {
  const { time_zone } = await ownHospital(tx);
  const common = {
    time_zone,
    sending_facility: null,
    receiving_facility: null,
    disposition_codes: {},
    identifier_systems: {},
  };
  await insertFeed(tx, { ...common, id: newId(), kind: 'mllp', name: 'HIS · HL7 v2', secretHash: null });
  await insertFeed(tx, { ...common, id: newId(), kind: 'fhir', name: 'HIS · FHIR R4', secretHash: sha256(fhirSecret) });
}
