import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { ErrorState } from '../../../kit/ErrorState.tsx';
import { HoursLeft } from '../../../kit/HoursLeft.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { KeyHint } from '../../../kit/KeyHint.tsx';
import { PersonName } from '../../../kit/PersonName.tsx';
import { ListSkeleton } from '../../../kit/Skeletons.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import { useApi } from '../../api/useApi.ts';
import { SavedMark } from '../../api/useAutosave.tsx';
import { useMay, useMe } from '../../shell/session.ts';
import { HoldButton } from '../patients/HoldButton.tsx';
import { askedOf, continues, isDone } from './asked.ts';
import { CallDone } from './CallDone.tsx';
import './calls.css';
import { DialBar } from './DialBar.tsx';
import { FinishSheet } from './FinishSheet.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import type { Call, Question, Standing } from './types.ts';
import { useAnswers } from './useAnswers.ts';
import { useQuestionKeys } from './useQuestionKeys.ts';
import { useSitting } from './useSitting.ts';

/** A call from the first word to the last; the same on its own page and in the middle of 今日. */
export function CallWork({ callId, onDone }: { callId: string; onDone?: () => void }) {
  const me = useMe();
  const read = useApi('calls.callOf', { params: { callId } }, [`me:${me.staff.id}`]);
  if (read.error) return <ErrorState title={read.error.message} onRetry={() => void read.refetch()} />;
  if (!read.data) return <ListSkeleton rows={9} />;
  // A change of user begins a screen of its own: drafts belong to whoever typed them, answers are read again.
  return <Work key={`${callId}${me.staff.id}`} call={read.data} onDone={onDone ?? (() => undefined)} />;
}

function Work({ call, onDone }: { call: Call; onDone: () => void }) {
  const { t } = useTranslation();
  const { language } = useKit();
  const answers = useAnswers(call);
  const sitting = useSitting(call.id);
  const mayWork = useMay('calls.work');
  const [finishing, setFinishing] = useState(false);
  useApi('calls.callOf', { params: { callId: call.id } }, [`patient:${call.patientId}`]);
  const maySeeAlerts = useMay('monitoring.read');
  const about = { params: { patientId: call.patientId } };
  const alerts = useApi('monitoring.patientMeasures', maySeeAlerts ? about : null, [`patient:${call.patientId}`]);
  const over = call.state === 'finished' || call.state === 'cancelled';
  const readOnly = over || call.state === 'suspended' || !mayWork;
  const asked = useMemo(() => askedOf(call.questions, answers.values), [call.questions, answers.values]);
  const firstOpen = asked.find((question) => !isDone(question, answers.values.get(question.id)));
  const keys = useQuestionKeys({
    questions: asked,
    values: answers.values,
    start: firstOpen?.id ?? null,
    enabled: !readOnly,
    give: answers.give,
    finish: () => setFinishing(true),
  });
  const done = asked.filter((question) => isDone(question, answers.values.get(question.id))).length;
  const holderOf = (alertId: string | undefined) =>
    alerts.data?.openAlerts.find((alert) => alert.id === alertId)?.holder?.name ?? null;
  const raisedFor = (question: Question): Standing | undefined => {
    const fresh = answers.raised.get(question.id);
    const answer = call.answers.find((one) => one.questionId === question.id);
    const alertId = answer?.alertId ?? fresh?.alertId;
    if (!alertId) return undefined;
    const alert = alerts.data?.openAlerts.find((one) => one.id === alertId);
    return {
      alertId,
      reason: alert?.reason ?? fresh?.reason ?? null,
      patientWords: answer?.patientWords ?? fresh?.patientWords ?? null,
      over: alerts.data !== undefined && !alerts.isFetching && !alert && !fresh,
    };
  };
  return (
    <article className="c-work" data-testid="call" data-state={call.state}>
      <header className="c-head">
        <div className="c-head-name">
          <h2>
            <PersonName
              name={call.patient.name}
              sex={call.patient.sex}
              ageYears={call.patient.age}
              address={call.patient.formOfAddress}
            />
          </h2>
          <p>
            {t('calls.head.about', { pack: call.pack.title[language], day: call.dayNumber })}
            {!over && <HoursLeft dueAt={call.dueAt} opensAt={call.nextTryAt ?? call.windowFrom} />}
            {call.variant !== 'home' && <StatusTag tone="note">{t(`calls.variant.${call.variant}`)}</StatusTag>}
          </p>
        </div>
        <div className="k-actions c-no-print">
          {!readOnly && <SavedMark state={answers.state} />}
          <Button icon={<Icon name="book" size={16} />} onClick={() => window.print()}>
            {t('calls.head.print')}
          </Button>
          {!over && mayWork && call.state !== 'suspended' && (
            <HoldButton patientId={call.patientId} encounterId={call.encounterId} callId={call.id} onDone={onDone} />
          )}
        </div>
      </header>
      {over || call.state === 'suspended' ? (
        <CallDone call={call} />
      ) : (
        mayWork && (
          <DialBar
            call={call}
            dialling={sitting.dialling}
            problem={sitting.problem}
            onDial={() => void sitting.open()}
          />
        )
      )}
      <p className="c-opening">{call.opening[language]}</p>
      <ol className="c-script">
        {asked.map((question, index) => (
          <Block key={question.id} question={question} first={asked[index - 1]?.block !== question.block}>
            {question.block === 'appointments' && asked[index - 1]?.block !== 'appointments' && <Visits call={call} />}
            <QuestionCard
              question={question}
              value={answers.values.get(question.id)}
              raised={raisedFor(question)}
              holder={holderOf(raisedFor(question)?.alertId)}
              current={keys.current === question.id}
              {...(continues(asked[index + 1], question) ? { spoken: asked[index + 1] ?? null } : {})}
              {...(continues(question, asked[index - 1]) ? { spoken: null } : {})}
              readOnly={readOnly}
              onGive={(value, atOnce) => answers.give(question.id, value, atOnce)}
              onFocus={() => keys.focus(question.id)}
            />
          </Block>
        ))}
      </ol>
      {!readOnly && (
        <footer className="c-foot c-no-print">
          <span role="status">{t('calls.foot.progress', { done, all: asked.length })}</span>
          <KeyHint keys={['up', 'down']} label={t('calls.keys.move')} />
          <KeyHint keys={['1']} label={t('calls.keys.answer')} />
          <Button type="primary" size="large" onClick={() => setFinishing(true)} data-testid="finish">
            {t('calls.foot.finish')}
          </Button>
        </footer>
      )}
      {finishing && (
        <FinishSheet
          call={call}
          values={answers.values}
          seconds={sitting.seconds()}
          flush={answers.flush}
          onGoTo={(id) => {
            setFinishing(false);
            keys.focus(id, true);
          }}
          onDone={() => {
            setFinishing(false);
            onDone();
          }}
          onClose={() => setFinishing(false)}
        />
      )}
    </article>
  );
}

function Block({ question, first, children }: { question: Question; first: boolean; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      {first && (
        <li className="c-block">
          <h3>{t(`calls.block.${question.block}`)}</h3>
        </li>
      )}
      {children}
    </>
  );
}

/** The days the plan has laid out, so that nobody has to look them up while talking. */
function Visits({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { formats, language } = useKit();
  if (call.visits.length === 0) return null;
  return (
    <li className="c-visits">
      <Icon name="roster" size={16} /> {t('calls.visits.title')}
      {call.visits.map((visit) => (
        <span key={visit.dueAt}>
          {formats.day(visit.dueAt)} {visit.title[language]}
        </span>
      ))}
    </li>
  );
}
