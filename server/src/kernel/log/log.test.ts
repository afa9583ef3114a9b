import { describe, expect, it } from 'vitest';
import { makeLog } from './index.ts';

describe('the log', () => {
  it('drops names, phones and texts, and keeps of an error its code only', () => {
    const lines: string[] = [];
    const log = makeLog('info', { write: (line) => void lines.push(line) });
    log.info({ patientId: 'p1', name: '张桂兰', phone: '13800138000', row: { text: '疼' } }, 'seen');
    log.error(
      { err: Object.assign(new Error('Key (phone)=(13800138000) already exists'), { code: '23505' }) },
      'failed',
    );
    expect(lines.join('')).not.toMatch(/张桂兰|13800138000|疼/);
    expect(lines[0]).toContain('p1');
    expect(lines[1]).toContain('23505');
  });
});
