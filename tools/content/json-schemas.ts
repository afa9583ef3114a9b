import { z } from 'zod';
import { guideEnglishFrontMatter, guideFrontMatter, yamlSections } from '../../server/src/domains/content/index.ts';

/**
 * The JSON Schemas of the format, one text per file name. Draft 7, because that is what the YAML editors understand;
 * the side a writer sees (`input`), so fields with a default are optional.
 */
export function jsonSchemas(): Map<string, string> {
  const schemas = { ...yamlSections, 'guide-page': guideFrontMatter, 'guide-page-en': guideEnglishFrontMatter };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify({ title: `Dayone pack: ${name}`, ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) }, null, 2)}\n`,
    ]),
  );
}
