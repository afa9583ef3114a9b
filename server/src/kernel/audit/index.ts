export { sealAudit, verifyAudit } from './seal.ts';
export { type AuditEntry, audit, readAudit } from './store.ts';
