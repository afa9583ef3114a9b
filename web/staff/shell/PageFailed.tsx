import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../kit/ErrorState.tsx';
import { ApiProblem } from '../api/problem.ts';
import { LockScreen } from './LockScreen.tsx';

/** What shows when a page, or who is signed in, could not be read. A locked session shows the lock instead. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  if (error instanceof ApiProblem && error.status === 423) return <LockScreen onUnlocked={again} />;
  const title = error instanceof ApiProblem ? error.title : t('shell.problem.page');
  return (
    <div className="k-page k-read">
      <ErrorState title={title} onRetry={again} />
    </div>
  );
}
