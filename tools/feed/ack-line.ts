import { getText, parseBytes } from '../../protocols/hl7v2/index.ts';

/** One line of what was answered: `AA  20261122…-1  ADT^A03  8 ms`, with the reason where it was refused. */
export function ackLine(sent: Uint8Array, reply: Uint8Array, ms: number): { accepted: boolean; line: string } {
  const message = parseBytes(sent).result;
  const header = message.ok ? message.message : message.header;
  const type = header === null ? '?' : `${getText(header, 'MSH-9.1') ?? '?'}^${getText(header, 'MSH-9.2') ?? ''}`;
  const ack = parseBytes(reply).result;
  if (!ack.ok) return { accepted: false, line: `??  ${type}  the answer is no HL7` };
  const code = getText(ack.message, 'MSA-1') ?? '??';
  const reason = getText(ack.message, 'ERR-8') ?? getText(ack.message, 'MSA-3');
  const parts = [code, type, getText(ack.message, 'MSA-2') ?? '-', `${Math.round(ms)} ms`, reason];
  return { accepted: code === 'AA' || code === 'CA', line: parts.filter((part) => part !== undefined).join('  ') };
}
