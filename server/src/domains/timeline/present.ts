import type { Words } from '../../../../contract/common.ts';
import type { TimelineEntry } from '../../../../contract/timeline.ts';
import { LANGUAGES, type Language, type Words as Lookup } from '../../kernel/i18n/index.ts';
import { isUuid } from '../../kernel/ids/index.ts';
import type { EventValue } from '../../kernel/outbox/index.ts';
import { formatLocal, type Zone } from '../../kernel/time/index.ts';
import type { Kind } from './kinds.ts';
import { type Known, LINES, type Text } from './line.ts';
import type { EntryRow } from './store.ts';

/** A recorded line in words. `kind` was checked by the caller. */
export function presentEntry(row: EntryRow & { kind: Kind }, known: Known, lookup: Lookup): TimelineEntry {
  const line = LINES[row.kind](row.data, known);
  const refId = line.ref?.id;
  return {
    id: row.event_id,
    at: row.occurred_at.toISOString(),
    kind: row.kind,
    topic: line.topic,
    tone: line.tone,
    title: inWords(line.text ?? { key: `timeline.${row.kind}` }, lookup),
    detail: line.detail ? ('key' in line.detail ? inWords(line.detail, lookup) : line.detail) : null,
    ref: line.ref && typeof refId === 'string' && isUuid(refId) ? { kind: line.ref.kind, id: refId } : null,
  };
}

/** Words of a code; a code nobody has written words for is shown as it is, so that nothing is hidden. */
export function codeWords(lookup: Lookup): Known['code'] {
  return (group, code) => {
    const text = String(code ?? '');
    const key = `timeline.code.${group}.${text}`;
    return both((language) => {
      const found = lookup(language, key);
      return found === key ? text : found;
    });
  };
}

/** An instant of a payload on the hospital's clock. */
export function timeWords(zone: Zone): Known['time'] {
  return (instant: EventValue | undefined) => {
    const at = new Date(String(instant));
    return both((language) => (Number.isNaN(at.getTime()) ? '' : formatLocal(at, zone, language, 'day-time')));
  };
}

function inWords({ key, params = {} }: Text, lookup: Lookup): Words {
  return both((language) =>
    lookup(
      language,
      key,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
      ),
    ),
  );
}

function both(say: (language: Language) => string): Words {
  return Object.fromEntries(LANGUAGES.map((language) => [language, say(language)])) as Record<Language, string>;
}
