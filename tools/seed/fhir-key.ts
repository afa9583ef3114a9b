/** Secret of the demo hospital's FHIR feed: `Authorization: Bearer demo.<secret>`. Known to everybody, so never used elsewhere. */
export const DEMO_FHIR_SECRET = 'demonstration-only-not-a-secret';
