import { spawn } from 'node:child_process';

/** How a command ended: its exit code, all it printed, and how long it took. */
export type CommandResult = { code: number; output: string; milliseconds: number };

/** Runs this Node (or, with `shell: false` semantics, any program) and waits. `show` passes the output through as it comes. */
export function runCommand(
  program: string,
  args: string[],
  options: { cwd: string; show?: boolean },
): Promise<CommandResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    const end = (code: number): void => resolve({ code, output, milliseconds: performance.now() - started });
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs tasks with at most `width` at once; results keep the order of the tasks. */
export async function runPooled<T>(tasks: (() => Promise<T>)[], width: number): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < tasks.length) {
      const index = next;
      next += 1;
      const task = tasks[index];
      if (task) results[index] = await task();
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, worker));
  return results;
}
