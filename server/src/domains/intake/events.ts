/** A message was stored and its sender told so; the handler of this domain reads it. Lane: that of its patient. */
export const MESSAGE_RECEIVED = 'intake.message-received';
/** A message cannot be used until somebody looks at it. */
export const MESSAGE_QUARANTINED = 'message.quarantined';

export type MessageReceived = { messageId: string };
export type MessageQuarantined = { messageId: string; code: string };
