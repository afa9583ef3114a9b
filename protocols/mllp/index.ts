/** MLLP: HL7's framing over TCP or TLS. Bytes in, bytes out; what they mean is the caller's. */
export { MllpClient, type MllpClientOptions } from './client.ts';
export type { MllpHandler, MllpPeer, MllpProblem, MllpProblemCode } from './connection.ts';
export { MllpError, type MllpErrorCode } from './errors.ts';
export { createFrameDecoder, encodeFrame, type FrameDecoder, type FrameEvent } from './frame.ts';
export { MllpServer, type MllpServerOptions } from './server.ts';
