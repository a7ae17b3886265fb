import type { Day } from '../../../../kernel/days.ts'
import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  emptyForm,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  OfficerLayout,
  SelectField,
  useReader,
} from '../../../../ui/index.ts'
import type { ClaimFacts } from '../../../complaints/index.ts'
import type { Proposal } from '../../rules/calculator/calculate.ts'
import { ProposalView } from './proposal.tsx'
import { CalculatorFields } from './question.tsx'
import type { Situation } from './situation.ts'

export type CalculationPageProps = {
  readonly facts: ClaimFacts
  readonly situation: Situation
  readonly errors: FormState['errors']
  readonly proposal: Proposal | null
  readonly today: Day
  readonly submission: string
  /** To whose claims it may be taken; empty for whoever may not. */
  readonly persons: readonly {
    readonly id: string
    readonly name: string | null
    readonly position: number
  }[]
  readonly refusal: string | null
}

/** All questions that this matter asks at the left, the sheet with its working at the right. */
export function CalculationPage(props: CalculationPageProps) {
  const { t, link, day } = useReader()
  const { facts, situation, errors, proposal, today, submission } = props
  const state: FormState = { values: situation.typed, errors }
  const title = t('calculator.officer.title', { number: facts.number })
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.complaint.href({ id: facts.id }))} />}
    >
      <FormErrors state={state} />
      {props.refusal ? (
        <ErrorSummary errors={[{ text: t(`refusal.${props.refusal}`), href: '#person' }]} />
      ) : null}
      <h1>{title}</h1>
      <p>
        <strong>{t('calculator.start.proposal')}</strong> {t('calculator.start.unknown')}{' '}
        {t('calculator.officer.not-kept')}
      </p>
      <div class="reckoning">
        <Form
          action={link(routes.complaintCalculation.href({ id: facts.id }))}
          state={state}
          submission={submission}
          class="reckoning__asked"
        >
          {situation.asked.map((id) => (
            <section class="reckoning__part">
              <CalculatorFields id={id} as="part" lists={situation.lists} />
            </section>
          ))}
          <Button>{t('calculator.officer.reckon')}</Button>
        </Form>
        <div class="reckoning__found">
          {proposal ? (
            <>
              <h2>{t('calculator.officer.found', { day: day(today) })}</h2>
              <ProposalView proposal={proposal} />
              <TakeForm {...props} />
              <p class="no-print small muted">{t('calculator.result.print')}</p>
            </>
          ) : (
            <p class="muted">{t('calculator.officer.begin')}</p>
          )}
        </div>
      </div>
    </OfficerLayout>
  )
}

/** The same answers once more, so that exactly what stands here is taken. */
function TakeForm({ facts, situation, persons, submission }: CalculationPageProps) {
  const { t, link } = useReader()
  if (persons.length === 0) return null
  const answers = Object.entries(situation.typed).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as const),
  )
  return (
    <Form
      action={link(routes.complaintCalculationClaims.href({ id: facts.id }))}
      state={emptyForm}
      submission={`${submission}-claims`}
    >
      {answers.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <SelectField
        name="person"
        label={t('calculator.officer.whose')}
        options={persons.map(({ id, name, position }) => ({
          value: id,
          label: name ?? t('calculator.officer.person', { position }),
        }))}
      />
      <Button kind="secondary">{t('calculator.officer.take')}</Button>
    </Form>
  )
}
