import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  RadiosField,
  SafeLayout,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import type { Due, Payment } from '../../../ledger/index.ts'
import { cameAnswers } from '../../rules/word.ts'
import type { StoredRemedy } from '../../store/read-outcomes.ts'

type Asked = { readonly state: FormState; readonly submission: string }

/** One question: did this money arrive? */
export function CamePage({
  due,
  payment,
  state,
  submission,
}: Asked & { readonly due: Due; readonly payment: Payment }) {
  const { t, link, day, money } = useReader()
  const { currency } = due.money
  const sum = money({ minor: payment.minor, currency })
  return (
    <SafeLayout
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.followCase.href())} />}
    >
      <FormErrors state={state} />
      <h1>{t('payments.own.did-it-come')}</h1>
      <p>
        {t('payments.own.came-about', { sum, day: day(payment.paidOn) })}{' '}
        {t(`payments.channel.${payment.channel}`)}
      </p>
      <Form
        action={link(routes.followMoney.href({ due: due.id, payment: payment.id }))}
        state={state}
        submission={submission}
      >
        <RadiosField
          name="answer"
          legend={t('payments.own.did-it-come')}
          legendSize="s"
          choices={cameAnswers.map((value) => ({
            value,
            label: t(`payments.own-answer.${value}`),
          }))}
        />
        <TextField
          name="minor"
          label={t('payments.own.how-much', { currency })}
          hint={t('payments.own.how-much-hint')}
          width={10}
        />
        <Button>{t('payments.own.say')}</Button>
      </Form>
    </SafeLayout>
  )
}

/** One question: was this done? */
export function WasDonePage({
  remedy,
  state,
  submission,
}: Asked & { readonly remedy: StoredRemedy }) {
  const { t, link } = useReader()
  return (
    <SafeLayout
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.followCase.href())} />}
    >
      <FormErrors state={state} />
      <h1>{t('payments.own.was-it-done')}</h1>
      <p>{t(`payments.remedy-kind.${remedy.kind}`)}</p>
      <Form
        action={link(routes.followRemedy.href({ remedy: remedy.id }))}
        state={state}
        submission={submission}
      >
        <input type="hidden" name="version" value={remedy.version} />
        <RadiosField
          name="answer"
          legend={t('payments.own.was-it-done')}
          legendSize="s"
          choices={(['done', 'not-done'] as const).map((value) => ({
            value,
            label: t(`payments.own-answer.${value}`),
          }))}
        />
        <Button>{t('payments.own.say')}</Button>
      </Form>
    </SafeLayout>
  )
}

/** Everything came: is the matter solved? */
export function SolvedPage({ version, state, submission }: Asked & { readonly version: number }) {
  const { t, link } = useReader()
  return (
    <SafeLayout
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.followCase.href())} />}
    >
      <FormErrors state={state} />
      <h1>{t('payments.own.solved')}</h1>
      <p>{t('payments.own.solved-means')}</p>
      <p>{t('payments.no-waiver')}</p>
      <Form action={link(routes.followSolved.href())} state={state} submission={submission}>
        <input type="hidden" name="version" value={version} />
        <Button>{t('payments.own.solved-say')}</Button>
      </Form>
    </SafeLayout>
  )
}
