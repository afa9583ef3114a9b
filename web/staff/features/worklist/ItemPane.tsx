import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { HoursLeft } from '../../../kit/HoursLeft.tsx';
import { PersonName } from '../../../kit/PersonName.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { useMedia } from '../../../kit/useMedia.ts';
import { useApi } from '../../api/useApi.ts';
import { useMay, useMe } from '../../shell/session.ts';
import { useWard } from '../../shell/ward.tsx';
import { CallWork } from '../calls/CallWork.tsx';
import { PersonDays } from '../calls/PersonDays.tsx';
import { HoldButton } from '../patients/HoldButton.tsx';
import { ItemActions } from './ItemActions.tsx';
import type { Item } from './types.ts';

/** The work of one item: a call is made right here, other kinds open where their own screen is. */
export function ItemPane({ itemId, onDone }: { itemId: string; onDone(): void }) {
  const { ward } = useWard();
  const me = useMe();
  const topics = [...(ward ? [`ward:${ward.id}`] : []), `me:${me.staff.id}`];
  const { data: item, error, refetch } = useApi('worklist.itemOf', { params: { itemId } }, topics);
  if (error) return <ErrorState title={error.message} onRetry={() => void refetch()} />;
  if (!item) return <ListSkeleton rows={8} />;
  return (
    <div className="t-pane" data-testid="pane">
      <ItemActions item={item} />
      {item.kind === 'call' ? <CallWork callId={item.ref.id} onDone={onDone} /> : <Other item={item} onDone={onDone} />}
    </div>
  );
}

/** Where the screen of each kind is. */
function addressOf(item: Item): string {
  if (item.ref.kind === 'alert') return `/alerts?alert=${item.ref.id}`;
  return `/patients/${item.patient.id}`;
}

function Other({ item, onDone }: { item: Item; onDone(): void }) {
  const mayHold = useMay('patients.hold');
  const { t } = useTranslation();
  const { language } = useKit();
  const open = item.state === 'open' || item.state === 'snoozed';
  const beside = useMedia('(min-width: 1400px)');
  return (
    <article className="t-other">
      <h2>
        <PersonName
          name={item.patient.name}
          sex={item.patient.sex}
          ageYears={item.patient.age}
          address={item.patient.formOfAddress}
        />
      </h2>
      <p className="t-other-title">
        {item.urgency === 3 && (
          <StatusTag tone="danger" icon="alert">
            {t(`worklist.kind.${item.kind}`)}
          </StatusTag>
        )}
        <strong>{item.title[language]}</strong>
        {open && <HoursLeft dueAt={item.dueAt} {...(item.windowFrom ? { opensAt: item.windowFrom } : {})} />}
      </p>
      <p>{item.reason[language]}</p>
      <div className="k-actions">
        <Button type="primary" href={addressOf(item)} data-testid="open-ref">
          {t(`worklist.open.${item.kind}`)}
        </Button>
        {mayHold && open && <HoldButton patientId={item.patient.id} encounterId={item.encounterId} onDone={onDone} />}
      </div>
      {!beside && <PersonDays patientId={item.patient.id} encounterId={item.encounterId} />}
    </article>
  );
}
