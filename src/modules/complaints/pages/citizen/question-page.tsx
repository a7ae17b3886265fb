import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  SafeLayout,
  StepProgress,
  useReader,
} from '../../../../ui/index.ts'
import { type QuestionId, questionBefore } from '../../rules/questions.ts'
import { Question } from '../questions/question.tsx'
import { drawnAgain } from '../questions/shapes.ts'
import type { Situation } from './draft-visit.ts'

export type QuestionPageProps = {
  readonly id: QuestionId
  readonly situation: Situation
  readonly errors: FormState['errors']
  /** She came from the last page to change one answer. */
  readonly fromCheck: boolean
}

/** One question a page. */
export function QuestionPage({ id, situation, errors, fromCheck }: QuestionPageProps) {
  const { t, link } = useReader()
  const state: FormState = { values: drawnAgain(situation.typed), errors }
  const { asked, bearing } = situation
  // Until she has said whom it is about, one question more may follow.
  const most = asked.length + (bearing.respondentKind === null ? 1 : 0)
  const isSettled = bearing.openness !== null && bearing.respondentKind !== null
  return (
    <SafeLayout hasErrors={hasErrors(state)} before={<Back {...{ id, situation, fromCheck }} />}>
      <StepProgress step={asked.indexOf(id) + 1} of={most} atMost={!isSettled} />
      <FormErrors state={state} />
      {/* Saving an answer twice does no harm, and one that was changed must not be taken for a repeat. */}
      <Form
        action={link(routes.complainQuestion.href({ question: id }))}
        state={state}
        submission=""
      >
        {fromCheck ? <input type="hidden" name="from" value="check" /> : null}
        <Question id={id} state={state} {...situation} />
        <Button>{t('complain.continue')}</Button>
      </Form>
      <p class="small muted">
        {t('complain.saved')} <a href={link(routes.complain.href())}>{t('complain.stop')}</a>
      </p>
    </SafeLayout>
  )
}

type BackProps = Pick<QuestionPageProps, 'id' | 'situation' | 'fromCheck'>

function Back({ id, situation, fromCheck }: BackProps) {
  const { link } = useReader()
  const before = fromCheck ? 'check' : questionBefore(id, situation.bearing)
  return <BackLink href={link(hrefOf(before))} />
}

export const hrefOf = (at: QuestionId | 'check' | 'start'): string =>
  at === 'start' ? routes.complain.href() : routes.complainQuestion.href({ question: at })
