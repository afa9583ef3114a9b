export type MllpErrorCode =
  | 'port-in-use'
  | 'port-not-allowed'
  | 'address-unavailable'
  | 'listen-failed'
  | 'connect-failed'
  | 'connect-timeout'
  | 'ack-timeout'
  | 'oversize'
  | 'closed';

/** What goes wrong on the line. The message names places and limits, never what was sent. */
export class MllpError extends Error {
  readonly code: MllpErrorCode;

  constructor(code: MllpErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MllpError';
    this.code = code;
  }
}

/** Says in our own codes why a port could not be opened. */
export function listenError(cause: NodeJS.ErrnoException, host: string, port: number): MllpError {
  const where = `${host}:${port}`;
  switch (cause.code) {
    case 'EADDRINUSE':
      return new MllpError('port-in-use', `${where} is taken by another program`, { cause });
    case 'EACCES':
      return new MllpError('port-not-allowed', `this user may not open ${where}`, { cause });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new MllpError('address-unavailable', `this machine has no address ${host}`, { cause });
    default:
      return new MllpError('listen-failed', `${where} could not be opened (${cause.code ?? 'unknown'})`, { cause });
  }
}
