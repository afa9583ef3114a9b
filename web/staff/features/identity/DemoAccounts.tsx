import { useTranslation } from 'react-i18next';

/** The accounts of the demonstration hospital worth trying first; the same the server names when it starts. */
const ACCOUNTS = [
  { staffNo: 'N101', role: 'nurse' },
  { staffNo: 'H100', role: 'head-nurse' },
  { staffNo: 'D201', role: 'doctor' },
  { staffNo: 'T801', role: 'integration-engineer' },
  { staffNo: 'A900', role: 'administrator' },
] as const;
const PASSWORD = 'dayone-demo';

/** Shown for a demonstration hospital only: a tap fills the form in. */
export function DemoAccounts({ onPick }: { onPick(staffNo: string, password: string): void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="l-demo" data-testid="demo-accounts">
      <legend>{t('identity.demo.title')}</legend>
      {ACCOUNTS.map(({ staffNo, role }) => (
        <button key={staffNo} type="button" onClick={() => onPick(staffNo, PASSWORD)}>
          <strong translate="no">{staffNo}</strong> {t(`identity.role.${role}`)}
        </button>
      ))}
      <p>{t('identity.demo.password', { password: PASSWORD })}</p>
    </fieldset>
  );
}
