import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call as send } from '../../api/call.ts';
import { newId } from '../../api/id.ts';
import { ApiProblem } from '../../api/problem.ts';
import { keyOf } from '../../api/query.ts';
import { useAutosave } from '../../api/useAutosave.tsx';
import { useMe } from '../../shell/session.ts';
import type { Call, Raised, Value } from './types.ts';

/** One answer on its way: its id makes a repeat harmless. */
interface Unsent {
  readonly saveId: string;
  readonly value: Value;
}
type Pending = Record<string, Unsent>;

/**
 * Answers of a call: what the server has, under what this person has just given. Each is sent by itself, in the order given; what the
 * network does not take stays in this tab and goes out later. An answer a colleague has changed meanwhile is shown, not overwritten.
 */
export function useAnswers(call: Call) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const me = useMe().staff.id;
  const key = keyOf('calls.callOf', { params: { callId: call.id } });
  const pending = useRef<Pending>({});
  const versions = useRef(new Map<string, number>());
  const [shown, setShown] = useState<Pending>({});
  const [raised, setRaised] = useState<ReadonlyMap<string, Raised>>(new Map());
  for (const answer of call.answers)
    versions.current.set(answer.questionId, Math.max(answer.version, versions.current.get(answer.questionId) ?? 0));

  const settle = (questionId: string, saveId: string) => {
    if (pending.current[questionId]?.saveId !== saveId) return;
    const { [questionId]: _, ...rest } = pending.current;
    pending.current = rest;
    setShown(rest);
  };
  const saveOne = async (questionId: string, { saveId, value }: Unsent, again: boolean): Promise<void> => {
    const version = versions.current.get(questionId) ?? 0;
    try {
      const reply = await send('calls.saveAnswer', {
        params: { callId: call.id, questionId },
        body: { saveId, version, value },
      });
      versions.current.set(questionId, reply.answer.version);
      client.setQueryData<Call>(key, (old) => old && withAnswer(old, reply.answer));
      if (reply.raised) {
        const found = reply.raised;
        setRaised((before) => new Map(before).set(questionId, found));
      }
      settle(questionId, saveId);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.passing) throw error;
      const fresh = error.status === 409 ? await send('calls.callOf', { params: { callId: call.id } }) : null;
      if (fresh) client.setQueryData<Call>(key, fresh);
      const theirs = fresh?.answers.find((one) => one.questionId === questionId);
      // The newest answer is my own, its reply was lost on the way: what I gave since then goes on top of it.
      if (again && theirs?.answeredBy.id === me) {
        versions.current.set(questionId, theirs.version);
        return saveOne(questionId, { saveId, value }, false);
      }
      settle(questionId, saveId);
      const name = theirs?.answeredBy.name;
      void message.warning(name ? t('calls.answer.changed', { name }) : error.message, 8);
    }
  };
  const { draft, put, flush, state } = useAutosave<Pending>(me, `call:${call.id}`, async (value) => {
    // What an earlier visit of this tab left behind comes back as the value; nothing newer is lost for it.
    for (const [questionId, unsent] of Object.entries({ ...value, ...pending.current }))
      await saveOne(questionId, unsent, true);
  });
  const give = useCallback(
    (questionId: string, value: Value, atOnce: boolean) => {
      pending.current = { ...pending.current, [questionId]: { saveId: newId(), value } };
      setShown(pending.current);
      put(pending.current);
      if (atOnce) void flush();
    },
    [put, flush],
  );
  const values = useMemo(() => {
    const map = new Map<string, Value>(call.answers.map((answer) => [answer.questionId, answer.value]));
    for (const [questionId, { value }] of Object.entries({ ...(state === 'saved' ? {} : draft), ...shown }))
      map.set(questionId, value);
    return map;
  }, [call.answers, draft, shown, state]);
  return { values, give, flush, state, raised };
}

function withAnswer(call: Call, answer: Call['answers'][number]): Call {
  return { ...call, answers: [...call.answers.filter((one) => one.questionId !== answer.questionId), answer] };
}
