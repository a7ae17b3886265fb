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
  Worklist,
} from '../../../../ui/index.ts'
import { type Rule, RuleLine } from '../../../law/index.ts'
import type { Party } from '../../../ledger/index.ts'
import type { CaseMoney } from '../../actions/read-case-money.ts'
import { answers, answerWays, remedyKinds } from '../../rules/outcome.ts'
import { CellInput, CellSelect } from './cells.tsx'
import { partyText } from './marks.tsx'
import { kindsByHand, partyValue, planKinds } from './outcome-form.ts'

export type OutcomeNewProps = {
  readonly money: CaseMoney
  readonly debtors: readonly Party[]
  readonly authority: Rule | null
  readonly state: FormState
  readonly submission: string
}

/** What the case ended in, for whom: one row a person, the terms the same for all of them. */
export function OutcomeNewPage(props: OutcomeNewProps) {
  const { money, state } = props
  const { t, link } = useReader()
  const { found } = money
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
        <Head authority={props.authority} />
        <Persons {...props} />
        <MoneyFields {...props} />
        <h2>{t('payments.remedies.title')}</h2>
        <DateField name="remedyDueOn" legend={t('payments.field.remedy-due-on')} legendSize="s" />
        <TextField name="remedyWords" label={t('payments.field.remedy-words')} />
        <Button>{t('payments.outcome.save')}</Button>
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
    </>
  )
}

function Persons({ money, state }: OutcomeNewProps) {
  const { t } = useReader()
  const none = { value: '', label: t('payments.answer.none') }
  return (
    <div id="persons">
      <h2>{t('payments.persons.title')}</h2>
      <Worklist
        caption={t('payments.persons.title')}
        stacks
        columns={[
          { label: t('payments.column.person') },
          { label: t('payments.column.answer') },
          { label: t('payments.column.sum') },
          { label: t('payments.column.remedy') },
        ]}
        rows={money.persons
          .filter(({ leftAt }) => leftAt === null)
          .map(({ id, position }) => ({
            id,
            cells: [
              `${position}. ${money.names.get(id) ?? ''}`,
              <CellSelect
                name={`answer-${id}`}
                label={t('payments.answers.of', { position })}
                state={state}
                options={[
                  none,
                  ...answers.map((value) => ({ value, label: t(`payments.answer.${value}`) })),
                ]}
              />,
              <CellInput
                name={`sum-${id}`}
                label={t('payments.persons.sum-of', { position })}
                state={state}
              />,
              <CellSelect
                name={`remedy-${id}`}
                label={t('payments.persons.remedy-of', { position })}
                state={state}
                options={[
                  { value: '', label: t('payments.remedy-kind.none') },
                  ...remedyKinds.map((value) => ({
                    value,
                    label: t(`payments.remedy-kind.${value}`),
                  })),
                ]}
              />,
            ],
          }))}
      />
    </div>
  )
}

function MoneyFields({ money, debtors }: OutcomeNewProps) {
  const reader = useReader()
  const { t } = reader
  const parties = debtors.map((party) => ({
    value: partyValue(party),
    label: partyText(reader, money.book, party),
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
