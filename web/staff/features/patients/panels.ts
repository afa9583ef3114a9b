import type { ComponentType } from 'react';
import type { PanelProps } from './panel-props.ts';

/** One part of the patient's page. A new part is one line here. */
export interface Panel {
  readonly key: string;
  readonly titleKey: string;
  /** Who sees it. */
  readonly permission: string;
  /** Under 50: what happens, the wide column. From 50: who this is and what was done, the narrow one. */
  readonly order: number;
  load(): Promise<{ default: ComponentType<PanelProps> }>;
}

export const panels: readonly Panel[] = [
  {
    key: 'calls',
    titleKey: 'calls.panel.title',
    permission: 'calls.read',
    order: 15,
    load: () => import('../calls/CallsPanel.tsx'),
  },
  {
    key: 'plan',
    titleKey: 'careplans.panel.title',
    permission: 'careplans.read',
    order: 10,
    load: () => import('../careplans/PlanPanel.tsx'),
  },
  {
    key: 'measures',
    titleKey: 'monitoring.panel.title',
    permission: 'monitoring.read',
    order: 20,
    load: () => import('../monitoring/MeasuresPanel.tsx'),
  },
  {
    key: 'messages',
    titleKey: 'channels.panel.title',
    permission: 'channels.read',
    order: 30,
    load: () => import('../channels/MessagesPanel.tsx'),
  },
  {
    key: 'timeline',
    titleKey: 'timeline.panel.title',
    permission: 'timeline.read',
    order: 40,
    load: () => import('../timeline/TimelinePanel.tsx'),
  },
  {
    key: 'stay',
    titleKey: 'patients.stay.title',
    permission: 'encounters.read',
    order: 50,
    load: () => import('./StayPanel.tsx'),
  },
  {
    key: 'reach',
    titleKey: 'patients.reach.title',
    permission: 'patients.read',
    order: 60,
    load: () => import('./ReachPanel.tsx'),
  },
  {
    key: 'consents',
    titleKey: 'patients.consents.title',
    permission: 'patients.read',
    order: 70,
    load: () => import('./ConsentsPanel.tsx'),
  },
];
