export { audit, type AuditEntry, readAudit } from './store.ts';
export { sealAudit, verifyAudit } from './seal.ts';
