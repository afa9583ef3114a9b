/** One key press, as far as shortcuts care. */
export interface Stroke {
  readonly key: string;
  readonly modified: boolean;
  /** The press belongs to a field being typed in, or to an input method composing Chinese. */
  readonly typing: boolean;
  /** The focus is on a button or link, which takes Enter and Space itself. */
  readonly onButton: boolean;
}

/** What a key does; the label is shown in the help sheet. */
export interface KeyAction {
  readonly label: string;
  run(): void;
}
/** Bindings by key: `j`, `enter`, `space`, `up`, `esc`, or two presses such as `g 1`. */
export type KeyMap = Record<string, KeyAction>;

const names: Record<string, string> = {
  ' ': 'space',
  arrowdown: 'down',
  arrowup: 'up',
  arrowleft: 'left',
  arrowright: 'right',
  escape: 'esc',
};

/** The name bindings use for a key: lower case, `enter`, `space`, `up`, `esc`, `?`. */
export function keyName(key: string): string {
  const lower = key.toLowerCase();
  return names[lower] ?? lower;
}

/**
 * Decides what a press means. Bindings are `j`, `enter` or two presses such as `g 1`.
 * Returns the binding that was hit, or what is pending for the second press.
 */
export function matchStroke(
  pending: string,
  stroke: Stroke,
  bindings: readonly string[],
): { hit: string | null; pending: string } {
  const nothing = { hit: null, pending: '' };
  const key = keyName(stroke.key);
  if (stroke.modified || stroke.typing) return nothing;
  if (stroke.onButton && (key === 'enter' || key === 'space')) return nothing;
  const typed = pending ? `${pending} ${key}` : key;
  if (bindings.includes(typed)) return { hit: typed, pending: '' };
  if (bindings.some((binding) => binding.startsWith(`${typed} `))) return { hit: null, pending: typed };
  return pending ? matchStroke('', stroke, bindings) : nothing;
}

/** The keys of a binding for `aria-keyshortcuts` and hints: `g 1` → G, 1. */
export function keyCaps(binding: string): string[] {
  const shown: Record<string, string> = {
    enter: '↵',
    up: '↑',
    down: '↓',
    left: '←',
    right: '→',
    esc: 'Esc',
    space: '␣',
  };
  return binding.split(' ').map((key) => shown[keyName(key)] ?? key.toUpperCase());
}
