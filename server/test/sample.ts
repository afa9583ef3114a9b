import { z } from 'zod';

type Json = Record<string, unknown>;

/**
 * The smallest value a schema takes, made from its JSON Schema: required fields only, unless `everything` is asked for.
 * `named` gives the values of fields by their name. Throws where the schema refuses what was made.
 */
export function sampleOf(
  schema: z.ZodType,
  named: Readonly<Record<string, unknown>> = {},
  everything = false,
): Record<string, unknown> {
  const made = sampled(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json, named, everything);
  const read = schema.safeParse(made);
  if (!read.success) throw new Error(`${JSON.stringify(made)} is not taken: ${z.prettifyError(read.error)}`);
  return made as Record<string, unknown>;
}

/** Names of all fields of a schema, optional ones and those of lists included. */
export function fieldsOf(schema: z.ZodType): string[] {
  return namesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json);
}

function namesIn(schema: Json): string[] {
  const inside = [
    ...Object.values((schema['properties'] ?? {}) as Json),
    ...(schema['items'] ? [schema['items']] : []),
  ];
  return [...Object.keys((schema['properties'] ?? {}) as Json), ...inside.flatMap((one) => namesIn(one as Json))];
}

function sampled(schema: Json, named: Readonly<Record<string, unknown>>, everything: boolean): unknown {
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const either = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (either) return sampled(either[0] ?? {}, named, everything);
  switch (schema['type']) {
    case 'object': {
      const required = (schema['required'] ?? []) as string[];
      const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Json>).filter(
        ([name]) => everything || required.includes(name),
      );
      return Object.fromEntries(
        fields.map(([name, field]) => [name, name in named ? named[name] : sampled(field, named, everything)]),
      );
    }
    case 'array':
      return Number(schema['minItems'] ?? 0) > 0 ? [sampled((schema['items'] ?? {}) as Json, named, everything)] : [];
    case 'integer':
    case 'number':
      return Math.max(0, Number(schema['minimum'] ?? 0));
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return textOf(schema);
  }
}

/** Texts by their format; patterns the contract uses are known by what they look like. */
function textOf(schema: Json): string {
  const pattern = String(schema['pattern'] ?? '');
  if (schema['format'] === 'date-time') return '2031-03-04T00:00:00Z';
  if (schema['format'] === 'date') return '2031-03-03';
  const guess = GUESSES.find((text) => pattern !== '' && new RegExp(pattern).test(text));
  return guess ?? 'x'.repeat(Math.max(2, Number(schema['minLength'] ?? 0)));
}

const GUESSES = ['01980000-0000-7000-8000-000000000000', '12:00', '2580', '37', '1', '13900000000', '8310-5'];
