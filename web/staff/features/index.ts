import type { ComponentType } from 'react';
import type { IconName } from '../../kit/Icon.tsx';

/** A page of the console. Its component is the default export of a file of its own, loaded when first opened. */
export interface Feature {
  /** Address with parameters as `:name`. */
  readonly path: string;
  load(): Promise<{ default: ComponentType }>;
  /** Who may open it; a link to it answers with a clear refusal for everybody else. */
  readonly permission: string;
  /** Present where the page stands in the navigation. */
  readonly nav?: { readonly labelKey: string; readonly icon: IconName; readonly order: number };
}

/** The whole console on a page. A new page is one line here. */
export const features: readonly Feature[] = [
  {
    path: '/',
    load: () => import('./worklist/TodayPage.tsx'),
    permission: 'worklist.read',
    nav: { labelKey: 'worklist.today.title', icon: 'today', order: 10 },
  },
  {
    path: '/calls/:callId',
    load: () => import('./calls/CallPage.tsx'),
    permission: 'calls.read',
  },
  {
    path: '/alerts',
    load: () => import('./monitoring/AlertsPage.tsx'),
    permission: 'monitoring.read',
    nav: { labelKey: 'monitoring.alerts.title', icon: 'alert', order: 30 },
  },
  {
    path: '/ward',
    load: () => import('./ward/WardPage.tsx'),
    permission: 'encounters.read',
    nav: { labelKey: 'ward.title', icon: 'ward', order: 20 },
  },
  { path: '/ward/card/:encounterId', load: () => import('./ward/CarePage.tsx'), permission: 'encounters.read' },
  { path: '/patients/:patientId', load: () => import('./patients/PatientPage.tsx'), permission: 'patients.read' },
  {
    path: '/desk',
    load: () => import('./ward/DeskPage.tsx'),
    permission: 'encounters.join-card',
    nav: { labelKey: 'ward.desk.title', icon: 'person', order: 25 },
  },
  {
    path: '/roster',
    load: () => import('./identity/RosterPage.tsx'),
    permission: 'identity.roster.read',
    nav: { labelKey: 'identity.shifts.title', icon: 'roster', order: 60 },
  },
  {
    path: '/packs',
    load: () => import('./content/PacksPage.tsx'),
    permission: 'content.read',
    nav: { labelKey: 'content.packs.title', icon: 'book', order: 70 },
  },
  {
    path: '/intake',
    load: () => import('./intake/IntakePage.tsx'),
    permission: 'intake.read',
    nav: { labelKey: 'intake.messages.title', icon: 'intake', order: 80 },
  },
  {
    path: '/intake/messages/:messageId',
    load: () => import('./intake/MessagePage.tsx'),
    permission: 'intake.read',
  },
  {
    path: '/ops',
    load: () => import('./ops/OpsPage.tsx'),
    permission: 'ops.parked',
    nav: { labelKey: 'ops.parked.title', icon: 'ops', order: 90 },
  },
];
