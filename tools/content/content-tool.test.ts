import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';

const root = join(import.meta.dirname, '../..');
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/content/main.ts', ...args], { cwd: root, encoding: 'utf8' });

describe('content/schema', () => {
  it('is what the schemas say now (node tools/content/main.ts schema)', () => {
    const folder = join(root, 'content/schema');
    const committed = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    expect(new Map([...committed].sort())).toEqual(new Map([...jsonSchemas()].sort()));
  });
});

describe('node tools/content/main.ts', () => {
  it('checks the knee-replacement pack clean', () => {
    const { status, stdout } = run('check', 'content/knee-replacement');
    expect(stdout).toContain('没有问题');
    expect(status).toBe(0);
  });

  it('exits 1 with the problem for a folder that is no pack', () => {
    const { status, stdout } = run('check', 'content/schema');
    expect(stdout).toContain('pack.yaml  [file-missing]');
    expect(status).toBe(1);
  });

  it('exits 1 with its usage when asked for nothing or for nonsense', () => {
    for (const args of [
      [],
      ['cheque', 'content'],
      ['preview', 'content/knee-replacement', '--days', 'many'],
      ['--colour'],
    ]) {
      const { status, stderr } = run(...args);
      expect(stderr).toContain('node tools/content/main.ts check');
      expect(status).toBe(1);
    }
  });

  it('previews the plan: call on the first day, recalls by month and year', () => {
    const { stdout } = run('preview', 'content/knee-replacement', '--discharge-day', '5', '--days', '1500');
    expect(stdout).toMatch(/术后第 6 天 · 出院第 1 天[\s\S]*?出院后第一通电话 {2}\[责任护士\]/);
    expect(stdout).toMatch(/术后第 42 天[^术]*六周复查/);
    expect(stdout.match(/每年复查一次/g)).toHaveLength(3);
  });
});
