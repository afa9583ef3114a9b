import type { Tx } from '../../../kernel/db/index.ts';
import { section } from '../section.ts';
import { publishedVersions } from '../version.store.ts';
import { type Choice, choose, type Episode } from './choose.ts';

/** The published pack of this hospital that follows the episode, with the reasons; null where none does. */
export async function choosePack(tx: Tx, episode: Episode): Promise<Choice | null> {
  const candidates = [];
  for (const { slug, version } of await publishedVersions(tx)) {
    const { episodeClasses, triggers } = await section(tx, slug, version, 'pack');
    candidates.push({ slug, version, episodeClasses, triggers });
  }
  return choose(candidates, episode);
}
