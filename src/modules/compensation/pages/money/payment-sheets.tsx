import { routes } from '../../../../routes.ts'
import {
  Button,
  DateField,
  EmptyState,
  FileField,
  Form,
  SelectField,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import { cameAnswers, heardWays, sayers } from '../../rules/word.ts'
import { type CaseMoneyProps, stateOf } from './case-money-props.ts'
import { CellInput, CellSelect } from './cells.tsx'
import { dueCells, dueColumns, dueTone } from './due-cells.tsx'
import { partyText } from './marks.tsx'
import { SlipFields } from './slip-fields.tsx'

/** Every due, and a field in each row for what was paid on it: one slip pays for many. */
export function DuesSheet(props: CaseMoneyProps) {
  const { t, link } = useReader()
  const { found, dues } = props.money
  const state = stateOf(props, 'pay')
  if (dues.length === 0) return <EmptyState title={t('payments.dues.none')} />
  return (
    <section class="case-part" id="dues">
      <h2>{t('payments.dues.title')}</h2>
      <Form
        action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'pay' }))}
        state={state}
        submission={`${props.submission}-p`}
        multipart
      >
        <DueRows {...props} />
        {dues.some(({ owed }) => owed > 0n) ? <PayFields /> : null}
      </Form>
    </section>
  )
}

function DueRows(props: CaseMoneyProps) {
  const reader = useReader()
  const { t } = reader
  const { dues, book } = props.money
  const state = stateOf(props, 'pay')
  return (
    <Worklist
      caption={t('payments.dues.title')}
      stacks
      columns={[
        { label: t('payments.column.person') },
        { label: t('payments.column.debtor') },
        ...dueColumns(reader),
        { label: t('payments.column.pay-now') },
      ]}
      rows={dues.map((due) => ({
        id: due.id,
        tone: dueTone(due, props.today),
        cells: [
          personText(props, due.beneficiaryId),
          partyText(reader, book, due.debtor),
          ...dueCells(reader, due, props.today),
          due.owed > 0n ? (
            <CellInput
              name={`pay-${due.id}`}
              label={t('payments.column.pay-now-of', { reference: due.reference })}
              state={state}
            />
          ) : (
            ''
          ),
        ],
      }))}
    />
  )
}

export function personText({ money }: CaseMoneyProps, personId: string): string {
  const person = money.persons.find(({ id }) => id === personId)
  return person ? `${person.position}. ${money.names.get(person.id) ?? ''}` : '—'
}

/** Of the slip: when, how, its number and its photo. */
function PayFields() {
  const { t } = useReader()
  return (
    <>
      <SlipFields />
      <FileField name="proof" label={t('payments.field.proof')} />
      <Button>{t('payments.pay.save')}</Button>
    </>
  )
}

/** What waits for somebody's word: she says it with her receipt, or an officer heard it. */
export function WordsSheet(props: CaseMoneyProps) {
  const { t, link, day, money } = useReader()
  const { found, dues, payments } = props.money
  const state = stateOf(props, 'words')
  const dueOf = new Map(dues.map((due) => [due.id, due]))
  const waiting = payments.flatMap((payment) => {
    const due = dueOf.get(payment.dueId)
    return due && payment.status === 'recorded' ? [{ payment, due }] : []
  })
  if (waiting.length === 0) return null
  return (
    <section class="case-part" id="words">
      <h2>{t('payments.words.title')}</h2>
      <p>{t('payments.words.about')}</p>
      <Form
        action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'words' }))}
        state={state}
        submission={`${props.submission}-w`}
      >
        <Worklist
          caption={t('payments.words.title')}
          stacks
          columns={[
            { label: t('payments.column.person') },
            { label: t('payments.column.paid-on') },
            { label: t('payments.column.channel') },
            { label: t('payments.column.sum'), numeric: true },
            { label: t('payments.column.word') },
            { label: t('payments.column.part') },
          ]}
          rows={waiting.map(({ payment, due }) => ({
            id: payment.id,
            cells: [
              personText(props, due.beneficiaryId),
              <span class="nowrap">{day(payment.paidOn)}</span>,
              t(`payments.channel.${payment.channel}`),
              money({ minor: payment.minor, currency: due.money.currency }),
              <CellSelect
                name={`word-${payment.id}`}
                label={t('payments.words.of', { reference: due.reference })}
                state={state}
                options={[
                  { value: '', label: t('payments.word.waits') },
                  ...cameAnswers.map((value) => ({ value, label: t(`payments.word.${value}`) })),
                ]}
              />,
              <CellInput
                name={`part-${payment.id}`}
                label={t('payments.words.part-of', { reference: due.reference })}
                state={state}
              />,
            ],
          }))}
        />
        <HeardFields />
        <Button>{t('payments.words.save')}</Button>
      </Form>
    </section>
  )
}

/** Who said it, how it was heard, and when. */
function HeardFields() {
  const { t } = useReader()
  const list = (name: string, values: readonly string[]) => [
    { value: '', label: '—' },
    ...values.map((value) => ({ value, label: t(`payments.${name}.${value}`) })),
  ]
  return (
    <>
      <SelectField
        name="saidBy"
        label={t('payments.field.said-by')}
        options={list('sayer', sayers)}
      />
      <SelectField name="how" label={t('payments.field.how')} options={list('heard', heardWays)} />
      <DateField name="on" legend={t('payments.field.on')} legendSize="s" />
    </>
  )
}
