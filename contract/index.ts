/** The whole contract, one namespace per domain. */
export * as identity from './identity.ts';
export * as kernel from './kernel.ts';
