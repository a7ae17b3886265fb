import type { Html } from '../../../../html/html.ts'
import type { Day } from '../../../../kernel/days.ts'
import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  emptyForm,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  LinkButton,
  SafeLayout,
  StepProgress,
  useReader,
} from '../../../../ui/index.ts'
import type { Proposal } from '../../rules/calculator/calculate.ts'
import { type CalculatorQuestion, questionBefore } from '../../rules/calculator/questions.ts'
import { ProposalView } from './proposal.tsx'
import { CalculatorFields } from './question.tsx'
import type { Situation } from './situation.ts'

export const hrefOf = (at: CalculatorQuestion | 'start' | 'result'): string => {
  if (at === 'start') return routes.calculator.href()
  return at === 'result'
    ? routes.calculatorResult.href()
    : routes.calculatorQuestion.href({ question: at })
}

export type StartProps = {
  readonly minutes: number
  readonly resume: boolean
  readonly notice: 'deleted' | 'cookies' | null
}

export function CalculatorStartPage({ minutes, resume, notice }: StartProps) {
  const { t, link } = useReader()
  return (
    <SafeLayout before={<BackLink href={link(routes.home.href())} />}>
      <h1>{t('calculator.start.title')}</h1>
      {notice ? <InsetText>{t(`calculator.start.${notice}`)}</InsetText> : null}
      <p>{t('calculator.start.about')}</p>
      <p>
        <strong>{t('calculator.start.proposal')}</strong>
      </p>
      <p>{t('calculator.start.unknown')}</p>
      <p>{t('calculator.start.kept', { minutes })}</p>
      {resume ? (
        <LinkButton href={link(hrefOf('what'))}>{t('calculator.start.resume')}</LinkButton>
      ) : null}
      <Form action={link(routes.calculator.href())} state={emptyForm} submission="">
        <Button kind={resume ? 'secondary' : undefined}>{t('calculator.start.begin')}</Button>
      </Form>
    </SafeLayout>
  )
}

export type QuestionPageProps = {
  readonly id: CalculatorQuestion
  readonly situation: Situation
  readonly errors: FormState['errors']
}

export function CalculatorQuestionPage({ id, situation, errors }: QuestionPageProps) {
  const { t, link } = useReader()
  const { typed, asked, bearing, lists } = situation
  const state: FormState = { values: typed, errors }
  return (
    <SafeLayout
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(hrefOf(questionBefore(id, bearing)))} />}
    >
      <StepProgress step={asked.indexOf(id) + 1} of={asked.length} atMost={false} />
      <FormErrors state={state} />
      <Form action={link(hrefOf(id))} state={state} submission="">
        <CalculatorFields id={id} as="page" lists={lists} />
        <Button>{t('calculator.continue')}</Button>
      </Form>
      <Forget />
    </SafeLayout>
  )
}

export type ResultPageProps = {
  readonly situation: Situation
  readonly proposal: Proposal
  readonly today: Day
  readonly bars: Html | null
}

export function CalculatorResultPage({ situation, proposal, today, bars }: ResultPageProps) {
  const { t, day, link } = useReader()
  const before = questionBefore('result', situation.bearing)
  return (
    <SafeLayout before={<BackLink href={link(hrefOf(before))} />}>
      <h1>{t('calculator.result.title')}</h1>
      <p>
        <strong>{t('calculator.start.proposal')}</strong>{' '}
        {t('calculator.result.of', { day: day(today) })}
      </p>
      <ProposalView proposal={proposal} />
      {bars}
      <p class="no-print">{t('calculator.result.print')}</p>
      <Form action={link(routes.calculatorTake.href())} state={emptyForm} submission="">
        <Button>{t('calculator.result.take')}</Button>
        <p class="small muted">{t('calculator.result.take-means')}</p>
      </Form>
      <p class="no-print">
        <a href={link(hrefOf('what'))}>{t('calculator.result.change')}</a>
      </p>
      <Forget />
    </SafeLayout>
  )
}

function Forget() {
  const { t, link } = useReader()
  return (
    <Form action={link(routes.calculatorForget.href())} state={emptyForm} submission="">
      <Button kind="secondary">{t('calculator.forget')}</Button>
    </Form>
  )
}
