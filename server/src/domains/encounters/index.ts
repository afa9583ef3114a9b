export { type OpenEncounter, openEncounter, openPatient } from './access.ts';
export { applyStay, type StayOutcome, type StaySeen } from './apply-stay.ts';
export { classOf, dispositionOf } from './code-maps.ts';
export { manifest } from './domain.ts';
export { type EncounterRow, encounterById, isAtHome } from './encounter.store.ts';
export { enterByHand } from './enter-by-hand.ts';
export { type EncounterEvents, encounterEvent } from './events.ts';
export { type Findings, findingsOf } from './findings.store.ts';
export { type LatestRisk, latestRisk } from './risk.store.ts';
