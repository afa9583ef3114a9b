import type { Pathway, TaskKind } from '../../content/index.ts';

/** Which of a pathway's tasks a plan lays out. */
export type Variant = 'home' | 'transferred';

/** Somebody in another hospital's bed gets no messages, exercises or surveys from us; people of the ward still ring and recall. */
const TRANSFERRED: ReadonlySet<TaskKind> = new Set<TaskKind>(['call', 'visit', 'recall']);

/** The pathway as this variant follows it. */
export function forVariant(pathway: Pathway, variant: Variant): Pathway {
  if (variant === 'home') return pathway;
  return { ...pathway, tasks: pathway.tasks.filter((task) => TRANSFERRED.has(task.kind)) };
}
