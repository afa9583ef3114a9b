import { keyCaps } from './keys.ts';
import { useKeysEnabled } from './useKeys.tsx';

/** Small key caps beside an action, such as J / K 上下. Hidden from screen readers, on phones and when shortcuts are off. */
export function KeyHint({ keys, label }: { keys: string | readonly string[]; label?: string }) {
  if (!useKeysEnabled()) return null;
  const bindings = typeof keys === 'string' ? [keys] : keys;
  return (
    <span className="k-keyhint" aria-hidden="true">
      {bindings.flatMap((binding) => keyCaps(binding).map((cap) => <kbd key={`${binding}${cap}`}>{cap}</kbd>))}
      {label && <span>{label}</span>}
    </span>
  );
}
