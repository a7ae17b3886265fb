import { routes } from '../../../../routes.ts'
import {
  Breadcrumbs,
  FormErrors,
  hasErrors,
  InsetText,
  LinkButton,
  NotificationBanner,
  OfficerLayout,
  Pagination,
  useReader,
  WarningText,
} from '../../../../ui/index.ts'
import { StandingMark } from '../../../law/index.ts'
import type { ShownOutcome } from '../../actions/read-case-money.ts'
import { Answers } from './answers-sheet.tsx'
import type { CaseMoneyProps } from './case-money-props.ts'
import { ClosingSheet } from './closing-sheet.tsx'
import { TotalsTable, totalsOf } from './marks.tsx'
import { PapersSheet, WishesSheet } from './papers-sheet.tsx'
import { DuesSheet, WordsSheet } from './payment-sheets.tsx'
import { Plans, RemediesSheet } from './remedy-sheet.tsx'

/** What was found in a case, and what became of it: one row a person, a due, a remedy. */
export function CaseMoneyPage(props: CaseMoneyProps) {
  const { money, today, form, done } = props
  const { t, link } = useReader()
  const { found, outcomes, dues, next } = money
  const title = t('payments.case.title', { number: found.number })
  const crumbs = [
    { text: found.number, href: link(routes.complaint.href({ id: found.id })) },
    { text: t('payments.case.short') },
  ]
  return (
    <OfficerLayout
      title={title}
      hasErrors={form !== null && hasErrors(form.state)}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      {form ? <FormErrors state={form.state} /> : null}
      {done ? <NotificationBanner success>{t(`payments.done.${done}`)}</NotificationBanner> : null}
      <h1>{title}</h1>
      <TotalsTable totals={totalsOf(dues, today)} />
      <LinkButton href={link(routes.complaintOutcomeNew.href({ id: found.id }))} kind="secondary">
        {t('payments.outcome.new')}
      </LinkButton>
      <ClosingSheet {...props} />
      <DuesSheet {...props} />
      <WordsSheet {...props} />
      <RemediesSheet {...props} />
      <Plans {...props} />
      <WishesSheet {...props} />
      <PapersSheet {...props} />
      {outcomes.map((outcome) => (
        <Outcome outcome={outcome} of={props} />
      ))}
      <Pagination
        next={
          next === null
            ? undefined
            : { href: link(routes.complaintMoney.href({ id: found.id }, { from: String(next) })) }
        }
      />
    </OfficerLayout>
  )
}

function Outcome({ outcome, of }: { readonly outcome: ShownOutcome; readonly of: CaseMoneyProps }) {
  const { t, day } = useReader()
  const count = (answer: string) => outcome.answers.filter((row) => row.answer === answer).length
  return (
    <section class="case-part" id={`outcome-${outcome.position}`}>
      <h2>
        {t(`payments.outcome.${outcome.kind}`)} · {of.money.found.number}/{outcome.position}
      </h2>
      <p>
        {t('payments.outcome.made', { day: day(outcome.madeOn) })}{' '}
        {t('payments.outcome.counts', {
          accepted: count('accepted'),
          refused: count('refused'),
          missing: count('not-reached'),
        })}
      </p>
      <p>
        {t('payments.outcome.basis')}: {outcome.basis ?? t('complaints.words.destroyed')}
      </p>
      {outcome.kind === 'decision' || outcome.kind === 'proposal' ? (
        <p>
          {t('payments.outcome.authority')} <StandingMark standing={outcome.standing} />
        </p>
      ) : null}
      {outcome.endedOn && outcome.endedWhy ? (
        <WarningText>
          {t(`outcomes.ended.${outcome.endedWhy}`, { day: day(outcome.endedOn) })}
        </WarningText>
      ) : (
        <>
          <InsetText>{t('payments.no-waiver')}</InsetText>
          <Answers outcome={outcome} of={of} />
        </>
      )}
    </section>
  )
}
