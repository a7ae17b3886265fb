import { currencies } from '../../../../kernel/money.ts'
import { routes } from '../../../../routes.ts'
import {
  Breadcrumbs,
  Button,
  DateField,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import { type Rule, RuleLine } from '../../../law/index.ts'
import type { OutcomeGround } from '../../actions/read-for-outcome.ts'
import { answers, answerWays } from '../../rules/outcome.ts'
import { partyText } from './marks.tsx'
import { kindsByHand, partyValue, planKinds } from './outcome-form.ts'
import { OutcomeRows, SummedUp } from './outcome-rows.tsx'
import { isReadFirst, type ToRead } from './outcome-words.ts'

export type OutcomeNewProps = {
  readonly ground: OutcomeGround
  readonly authority: Rule | null
  readonly state: FormState
  /** What it comes to, where it has to be read once more. */
  readonly toRead: ToRead | null
  readonly submission: string
}

/** What the case ended in, for whom: one row a person, or a sheet of hundreds. */
export function OutcomeNewPage(props: OutcomeNewProps) {
  const { ground, state, toRead } = props
  const { t, link } = useReader()
  const { found } = ground
  const crumbs = [
    { text: found.number, href: link(routes.complaint.href({ id: found.id })) },
    { text: t('payments.case.short'), href: link(routes.complaintMoney.href({ id: found.id })) },
    { text: t('payments.outcome.new') },
  ]
  return (
    <OfficerLayout
      title={t('payments.outcome.new')}
      hasErrors={hasErrors(state)}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      <FormErrors state={state} />
      <h1>{t('payments.outcome.new')}</h1>
      <InsetText>{t('payments.no-waiver')}</InsetText>
      <Form
        action={link(routes.complaintOutcomeNew.href({ id: found.id }))}
        state={state}
        submission={props.submission}
      >
        <input type="hidden" name="version" value={found.version} />
        {toRead ? <SummedUp toRead={toRead} /> : null}
        {toRead ? <Button>{t('payments.outcome.save')}</Button> : null}
        <Head authority={props.authority} />
        <MoneyFields {...props} />
        <h2>{t('payments.remedies.title')}</h2>
        <DateField name="remedyDueOn" legend={t('payments.field.remedy-due-on')} legendSize="s" />
        <TextField name="remedyWords" label={t('payments.field.remedy-words')} />
        <OutcomeRows {...props} />
        <Button>
          {t(toRead || !isReadFirst(ground) ? 'payments.outcome.save' : 'outcomes.read-first')}
        </Button>
      </Form>
    </OfficerLayout>
  )
}

function Head({ authority }: Pick<OutcomeNewProps, 'authority'>) {
  const { t } = useReader()
  return (
    <>
      <SelectField
        name="kind"
        label={t('payments.field.kind')}
        options={[
          { value: '', label: '—' },
          ...kindsByHand.map((value) => ({ value, label: t(`payments.outcome.${value}`) })),
        ]}
      />
      <p>
        {t('payments.outcome.authority')} <RuleLine rule={authority} />{' '}
        {authority?.standing === 'verified' ? null : t('payments.outcome.only-proposal')}
      </p>
      <DateField name="madeOn" legend={t('payments.field.made-on')} legendSize="s" />
      <TextareaField
        name="basis"
        label={t('payments.field.basis')}
        hint={t('payments.field.basis-hint')}
        rows={3}
      />
      <SelectField
        name="answerHow"
        label={t('payments.field.answer-how')}
        options={[
          { value: '', label: '—' },
          ...answerWays.map((value) => ({ value, label: t(`payments.answer-way.${value}`) })),
        ]}
      />
      <SelectField
        name="answerAll"
        label={t('outcomes.answer-all')}
        hint={t('outcomes.answer-all-hint')}
        options={[
          { value: '', label: '—' },
          ...answers.map((value) => ({ value, label: t(`payments.answer.${value}`) })),
        ]}
      />
    </>
  )
}

function MoneyFields({ ground }: OutcomeNewProps) {
  const reader = useReader()
  const { t } = reader
  const parties = ground.debtors.map((party) => ({
    value: partyValue(party),
    label: partyText(reader, ground.book, party),
  }))
  return (
    <>
      <h2>{t('payments.outcome.money')}</h2>
      <SelectField
        name="debtor"
        label={t('payments.field.debtor')}
        options={[{ value: '', label: '—' }, ...parties]}
      />
      <SelectField
        name="payer"
        label={t('payments.field.payer')}
        options={[{ value: '', label: t('payments.field.payer-same') }, ...parties]}
      />
      <SelectField
        name="currency"
        label={t('payments.field.currency')}
        options={currencies.map((value) => ({ value, label: value }))}
      />
      <DateField name="dueOn" legend={t('payments.field.due-on')} legendSize="s" />
      <SelectField
        name="plan"
        label={t('payments.field.plan')}
        options={planKinds.map((value) => ({ value, label: t(`payments.plan.${value}`) }))}
      />
      <TextField name="parts" label={t('payments.field.parts')} width={3} />
      <TextField name="everyMonths" label={t('payments.field.every-months')} width={3} />
      <TextField name="until" label={t('payments.field.until')} />
      <TextField name="collector" label={t('payments.field.collector')} />
    </>
  )
}
