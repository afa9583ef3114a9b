/** The whole contract, one namespace per domain. */
export * as calls from './calls.ts';
export * as careplans from './careplans.ts';
export * as channels from './channels.ts';
export * as content from './content.ts';
export * as encounters from './encounters.ts';
export * as identity from './identity.ts';
export * as intake from './intake.ts';
export * as kernel from './kernel.ts';
export * as monitoring from './monitoring.ts';
export * as patients from './patients.ts';
export * as timeline from './timeline.ts';
export * as worklist from './worklist.ts';
