/** What every panel of the patient's page is given. */
export interface PanelProps {
  readonly patientId: string;
  /** The stay that is looked at; null for a person without one. */
  readonly encounterId: string | null;
}
