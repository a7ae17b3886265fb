import { routes } from '../../../routes.ts'
import { InsetText, useReader } from '../../../ui/index.ts'
import { agencyAnswers } from '../rules/decision.ts'
import type { CardProps } from './decision-part.tsx'
import { Line, OneOf, StepForm, sheetOf } from './step-form.tsx'

/** A proposal waits for both sides: whose turn it is, and by when. */
export function AwaitedAnswers({ decision }: Pick<CardProps, 'decision'>) {
  const { t, link, day } = useReader()
  const { awaited } = decision
  if (!awaited) return null
  const { workers, workerUntil, agency, agencyUntil } = awaited
  return (
    <InsetText>
      <p>{t('conciliation.awaited')}</p>
      <ul>
        {workers > 0 ? (
          <li>{t('conciliation.awaited.persons', { count: workers, day: day(workerUntil) })}</li>
        ) : null}
        {agency ? <li>{t('conciliation.awaited.other-side', { day: day(agencyUntil) })}</li> : null}
      </ul>
      <p>{t('conciliation.awaited.means')}</p>
      <p>
        <a href={link(routes.complaintMoney.href({ id: decision.complaintId }))}>
          {t('conciliation.awaited.record')}
        </a>
      </p>
    </InsetText>
  )
}

/** What the other side said on paper or by telephone. */
export function AgencyAnswerForm({ decision, view, sent, submission }: CardProps) {
  const { t } = useReader()
  const sheet = sheetOf('agency-answer', decision.id, sent)
  const options = agencyAnswers.map((value) => ({
    ...{ value, label: t(`conciliation.agency-answers.${value}`) },
  }))
  return (
    <StepForm {...{ complaintId: view.kept.id, sent, submission, sheet }}>
      <OneOf sheet={sheet} name="answer" options={options} />
      <Line sheet={sheet} name="on" type="date" />
    </StepForm>
  )
}
