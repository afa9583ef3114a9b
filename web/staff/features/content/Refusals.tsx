import { useTranslation } from 'react-i18next';
import { useKit } from '../../../kit/context.tsx';
import { Section } from '../../../kit/Section.tsx';
import { StatusTag } from '../../../kit/StatusTag.tsx';
import type { Reply } from '../../api/types.ts';

/** Folders that were refused, and every place in them that has to be mended. */
export function Refusals({ refused }: { refused: Reply<'content.listPackAttempts'>['items'] }) {
  const { t } = useTranslation();
  const { language } = useKit();
  return (
    <Section title={t('content.refused.title')} foot={t('content.refused.rule')}>
      {refused.map((attempt) => (
        <div key={attempt.folder} className="ct-refused">
          <p>
            <strong translate="no">
              {attempt.folder} {attempt.version}
            </strong>
            <StatusTag tone="attention">{t('content.refused.count', { count: attempt.problems.length })}</StatusTag>
          </p>
          <ul>
            {attempt.problems.map((problem) => (
              <li key={`${problem.file}${problem.path}${problem.code}${problem.message.en}`}>
                <code translate="no">{[problem.file, problem.path].filter(Boolean).join(' · ')}</code>
                {problem.message[language]}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
