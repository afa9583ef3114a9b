import type { Manifest } from '../../kernel/manifest.ts';

/** Its routes stand in encounters: a person's record is opened through a stay on a ward in reach, which patients cannot know. */
export const manifest: Manifest = { name: 'patients' };
