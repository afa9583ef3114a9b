/** Thrown at start for what an operator must mend; the message is one sentence. */
export class StartRefused extends Error {}
