/** `{ messageId }`. A message was stored and its sender told so; this domain's handler reads it. Lane: that of its patient. */
export const MESSAGE_RECEIVED = 'intake.message-received';
/** `{ messageId, code }`. A message cannot be used until somebody looks at it. Same lane. */
export const MESSAGE_QUARANTINED = 'message.quarantined';
