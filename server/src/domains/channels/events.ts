/** What channels says. The lane is the patient; the gate's own events use the hospital. */
export const MESSAGE_SENT = 'message.sent';
export const MESSAGE_CANCELLED = 'message.cancelled';
export const MESSAGE_FAILED = 'message.failed';
/** To itself: the time of a message has come. */
export const MESSAGE_DUE = 'message.due';
/** To itself: the switch was opened; what it held goes out in waves. */
export const GATE_OPENED = 'gate.opened';
/** To itself: time for the next wave. */
export const GATE_WAVE_DUE = 'gate.wave-due';

export type MessageSent = { messageId: string; patientId: string; purpose: string };
export type MessageCancelled = { messageId: string; patientId: string; purpose: string; reason: string };
export type MessageFailed = { messageId: string; patientId: string; purpose: string; reason: string };
