/** The messages of one file, as bytes. `.jsonl`: the field `msg` of each line; else HL7 text, a message from each MSH to the next. */
export function messagesOf(name: string, bytes: Buffer, fill: (text: string) => string): Buffer[] {
  if (name.endsWith('.jsonl')) return jsonLines(bytes.toString('utf8')).map((text) => Buffer.from(fill(text)));
  // One byte a character: a file may be GB 18030, and placeholders are ASCII.
  const text = fill(bytes.toString('latin1')).replace(/\r\n?|\n/g, '\r');
  return splitMessages(text).map((message) => Buffer.from(message, 'latin1'));
}

function splitMessages(text: string): string[] {
  const lines = text.split('\r').filter((line) => line.trim() !== '' && !/^(FHS|BHS|BTS|FTS)\b/.test(line));
  const messages: string[][] = [];
  for (const line of lines) {
    const last = messages.at(-1);
    if (last === undefined || line.startsWith('MSH')) messages.push([line]);
    else last.push(line);
  }
  return messages.map((message) => `${message.join('\r')}\r`);
}

function jsonLines(text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const row: unknown = JSON.parse(line);
    const message = typeof row === 'object' && row !== null && 'msg' in row ? row.msg : undefined;
    if (typeof message !== 'string') throw new Error(`line ${at + 1} has no msg`);
    return [message];
  });
}
