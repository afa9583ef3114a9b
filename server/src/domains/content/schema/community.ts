import { z } from 'zod';
import { bilingual, packId } from './common.ts';

/** A topic of the day. It asks for experience and small wins, never for reports, doses or other people's care. */
export const communityTopic = z.strictObject({
  id: packId,
  kind: z.enum(['science', 'interaction', 'benefit']),
  title: bilingual,
  prompt: bilingual,
});

/** `community.yaml` → communities. */
export const communitySchema = z.strictObject({
  groupBy: z.enum(['disease', 'surgeon']),
  names: z.array(bilingual).min(1).describe('names for the group that reveal no diagnosis'),
  welcome: bilingual,
  topics: z.array(communityTopic),
});

export type CommunityTopic = z.infer<typeof communityTopic>;
export type Community = z.infer<typeof communitySchema>;
