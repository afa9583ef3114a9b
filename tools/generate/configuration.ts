import { z } from 'zod';
import { settings } from '../../server/src/kernel/config/index.ts';

/** Text of `docs/configuration.md`: every setting with its default and meaning. */
export function configurationFile(): string {
  const rows = Object.entries(settings.shape).map(([name, schema]) => {
    const fallback = schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : '';
    return `| \`${name}\` | ${fallback === '' ? '–' : `\`${fallback}\``} | ${schema.description ?? ''} |`;
  });
  return `# Settings\n\nWritten by \`npm run generate\` from \`server/src/kernel/config/index.ts\`. All come from the environment; an unusable one stops the start\nwith one sentence.\n\n| name | default | what |\n|---|---|---|\n${rows.join('\n')}\n`;
}
