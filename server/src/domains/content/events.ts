/** A version of a pack can be used from now on. Lane: the version's id. */
export const CONTENT_PUBLISHED = 'content.published';
export type ContentPublished = { packVersionId: string; slug: string; version: string };
