import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { newId } from '../../api/id.ts';
import type { Input, RouteName } from '../../api/types.ts';
import { useSend } from '../../api/useApi.ts';
import { useMay } from '../../shell/session.ts';
import './hold.css';

export type HoldReason = Input<'patients.setHold'>['body']['reason'];

const changes: readonly RouteName[] = [
  'patients.readPatient',
  'encounters.listInHouse',
  'encounters.listDischarged',
  'calls.callOf',
  'worklist.listItems',
  'worklist.countItems',
  'worklist.itemOf',
];

interface About {
  readonly patientId: string;
  readonly encounterId: string | null;
  /** Set from the screen of a call: a death told there is recorded as one. */
  readonly callId?: string | undefined;
  readonly onDone?: (() => void) | undefined;
}

/** Stops everything that would reach this person, at once; the notice that says so takes it back. */
export function useHold({ patientId, encounterId, callId, onDone }: About) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayLift = useMay('patients.hold');
  const lift = useSend('patients.liftHold', {
    changes,
    onDone: (_, { params }) =>
      void message.open({ key: params.holdId, type: 'info', content: t('patients.hold.undone') }),
  });
  const revive = useSend('patients.correctDeath', { changes });
  const tell = (holdId: string, died: boolean) => {
    const undo = () => {
      if (died) revive.mutate({ params: { patientId } });
      lift.mutate({ params: { patientId, holdId } });
    };
    void message.open({
      key: holdId,
      type: 'success',
      duration: 12,
      content: (
        <span className="p-toast">
          {t('patients.hold.done')}
          {mayLift && (
            <Button size="small" onClick={undo} data-testid="hold-undo">
              {t('patients.hold.undo')}
            </Button>
          )}
        </span>
      ),
    });
    onDone?.();
  };
  const fromCall = useSend('calls.holdFromCall', {
    changes,
    onDone: (_, { body }) => tell(body.id, body.reason === 'died'),
  });
  const plain = useSend('patients.setHold', { changes, onDone: (_, { params }) => tell(params.holdId, false) });
  const set = (reason: HoldReason) => {
    const id = newId();
    if (callId) fromCall.mutate({ params: { callId }, body: { id, reason } });
    else plain.mutate({ params: { patientId, holdId: id }, body: { reason, encounterId } });
  };
  return { set, busy: fromCall.isPending || plain.isPending };
}
