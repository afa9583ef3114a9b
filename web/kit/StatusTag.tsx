import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

/** What a state means to the reader. `danger` is for danger to a person and nothing else; lateness is `attention`. */
export type Tone = 'calm' | 'good' | 'attention' | 'danger' | 'note' | 'quiet';
const icons: Record<Tone, IconName> = {
  calm: 'leaf',
  good: 'done',
  attention: 'clock',
  danger: 'alert',
  note: 'info',
  quiet: 'pause',
};

/** A state as sign, word and colour; the word alone carries the meaning. */
export function StatusTag({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`k-tag k-${tone}`}>
      <Icon name={icon ?? icons[tone]} size={14} />
      {children}
    </span>
  );
}
