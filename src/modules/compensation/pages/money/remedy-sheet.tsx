import type { Day } from '../../../../kernel/days.ts'
import { routes } from '../../../../routes.ts'
import {
  Button,
  DateField,
  FileField,
  Form,
  type FormState,
  SelectField,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { AgencyNames } from '../../../agencies/index.ts'
import type { ShownRemedy } from '../../actions/read-case-money.ts'
import { heardWays, sayers } from '../../rules/word.ts'
import type { StoredRemedy } from '../../store/read-outcomes.ts'
import { type CaseMoneyProps, stateOf } from './case-money-props.ts'
import { CellSelect } from './cells.tsx'
import { partyText, RemedyMark } from './marks.tsx'
import { personText } from './payment-sheets.tsx'
import { remedyWords } from './remedy-steps.ts'

/** What is to be done instead of paid; it counts when she says that it was. */
export function RemediesSheet(props: CaseMoneyProps) {
  const reader = useReader()
  const { t, link, day } = reader
  const { found, remedies, book } = props.money
  const state = stateOf(props, 'remedies')
  if (remedies.length === 0) return null
  return (
    <section class="case-part" id="remedies">
      <h2>{t('payments.remedies.title')}</h2>
      <Form
        action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'remedies' }))}
        state={state}
        submission={`${props.submission}-r`}
        multipart
      >
        <Worklist
          caption={t('payments.remedies.title')}
          stacks
          columns={[
            { label: t('payments.column.person') },
            { label: t('payments.column.remedy') },
            { label: t('payments.column.debtor') },
            { label: t('payments.column.due-on') },
            { label: t('payments.column.state') },
            { label: t('payments.column.word') },
          ]}
          rows={remedies.map((remedy) => ({
            id: remedy.id,
            cells: [
              personText(props, remedy.personId),
              <>
                {t(`payments.remedy-kind.${remedy.kind}`)}
                {remedy.words ? ` · ${remedy.words}` : ''}
              </>,
              partyText(reader, book, remedy.debtor),
              <span class="nowrap">{day(remedy.dueOn)}</span>,
              <>
                <RemedyMark status={remedy.status} dueOn={remedy.dueOn} today={props.today} />
                <Proof {...remedy} />
              </>,
              isOpen(remedy.status) ? <WordCell remedy={remedy} state={state} /> : '',
            ],
          }))}
        />
        {remedies.some(({ status }) => isOpen(status)) ? <WhatWasDone /> : null}
      </Form>
    </section>
  )
}

const isOpen = (status: string): boolean => status === 'due' || status === 'reported'

type WordProps = { readonly remedy: ShownRemedy; readonly state: FormState }

function WordCell({ remedy: { id, version, kind }, state }: WordProps) {
  const { t } = useReader()
  const waits = { value: '', label: t('payments.word.waits') }
  const words = remedyWords.map((value) => ({ value, label: t(`payments.remedy-word.${value}`) }))
  return (
    <>
      <input type="hidden" name={`version-${id}`} value={version} />
      <CellSelect
        name={`remedy-${id}`}
        label={t(`payments.remedy-kind.${kind}`)}
        state={state}
        options={[waits, ...words]}
      />
    </>
  )
}

function WhatWasDone() {
  const { t } = useReader()
  return (
    <>
      <p class="small">{t('outcomes.remedy.about')}</p>
      <DateField name="doneOn" legend={t('payments.field.done-on')} legendSize="s" />
      <FileField
        id="remedy-proof"
        name="proof"
        label={t('outcomes.remedy.proof')}
        hint={t('outcomes.remedy.proof-hint')}
      />
      <HeardRemedy />
      <Button>{t('payments.remedies.save')}</Button>
    </>
  )
}

/** Who said it: names of their own, for the page asks the same about payments. */
function HeardRemedy() {
  const { t } = useReader()
  const list = (name: string, values: readonly string[]) => [
    { value: '', label: '—' },
    ...values.map((value) => ({ value, label: t(`payments.${name}.${value}`) })),
  ]
  return (
    <>
      <SelectField
        name="remedySaidBy"
        label={t('payments.field.said-by')}
        options={list('sayer', sayers)}
      />
      <SelectField
        name="remedyHow"
        label={t('payments.field.how')}
        options={list('heard', heardWays)}
      />
      <DateField name="remedyOn" legend={t('payments.field.on')} legendSize="s" />
    </>
  )
}

/** The day on which it was done, and the paper that shows it. */
function Proof({ doneOn, evidenceId }: Pick<ShownRemedy, 'doneOn' | 'evidenceId'>) {
  const { t, link, day } = useReader()
  return (
    <>
      {doneOn ? <p class="small">{t('outcomes.remedy.done-on', { day: day(doneOn) })}</p> : null}
      {evidenceId ? (
        <p class="small">
          <a href={link(routes.evidence.href({ id: evidenceId }))}>{t('outcomes.remedy.see')}</a>
        </p>
      ) : null}
    </>
  )
}

type LateProps = {
  readonly remedies: readonly StoredRemedy[]
  readonly agencies: ReadonlyMap<string, AgencyNames>
  readonly today: Day
}

/** On the list of what is owed: what was to be done by a day that has passed. */
export function LateRemedies({ remedies, agencies, today }: LateProps) {
  const { t, link, day, name } = useReader()
  if (remedies.length === 0) return null
  return (
    <section id="late-remedies">
      <h2>{t('outcomes.remedy.late')}</h2>
      <Worklist
        caption={t('outcomes.remedy.late')}
        stacks
        columns={['remedy', 'debtor', 'due-on', 'state'].map((column) => ({
          label: t(`payments.column.${column}`),
        }))}
        rows={remedies.map(({ id, complaintId, kind, debtor, dueOn, status }) => {
          const names = agencies.get(debtor.id)
          const href = `${link(routes.complaintMoney.href({ id: complaintId }))}#remedies`
          return {
            ...{ id, tone: 'danger' as const },
            cells: [
              <a href={href}>{t(`payments.remedy-kind.${kind}`)}</a>,
              names ? name(names) : t('payments.party.other'),
              <span class="nowrap">{day(dueOn)}</span>,
              <RemedyMark status={status} dueOn={dueOn} today={today} />,
            ],
          }
        })}
      />
    </section>
  )
}

/** What is paid again and again until something is done: here it ends. */
export function Plans(props: CaseMoneyProps) {
  const { t, link, day, money } = useReader()
  const { found, terms } = props.money
  const running = terms.filter(({ nextOn }) => nextOn !== null)
  if (running.length === 0) return null
  return (
    <section class="case-part" id="plans">
      <h2>{t('payments.plans.title')}</h2>
      {running.map((term) => (
        <Form
          action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'end-plan' }))}
          state={stateOf(props, 'end-plan')}
          submission={`${props.submission}-${term.id}`}
        >
          <input type="hidden" name="term" value={term.id} />
          <p>
            {t('payments.plans.line', {
              person: personText(props, term.personId),
              sum: money({ minor: term.minor, currency: term.currency }),
              next: term.nextOn ? day(term.nextOn) : '',
              until: term.until ?? '',
            })}
          </p>
          <Button kind="secondary">{t('payments.plans.end')}</Button>
        </Form>
      ))}
    </section>
  )
}
