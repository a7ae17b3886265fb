import type { Day } from '../../../../kernel/days.ts'
import { routes } from '../../../../routes.ts'
import {
  Button,
  EmptyState,
  emptyForm,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  NotificationBanner,
  OfficerLayout,
  Pagination,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { Due } from '../../../ledger/index.ts'
import type { StoredRemedy } from '../../store/read-outcomes.ts'
import type { AgencyStep } from './agency-routes.tsx'
import { CellInput, CellSelect } from './cells.tsx'
import { dueCells, dueColumns, dueTone } from './due-cells.tsx'
import { RemedyMark, TotalsTable, totalsOf } from './marks.tsx'
import { SlipFields } from './slip-fields.tsx'

export type OwnDuesProps = {
  readonly dues: readonly Due[]
  readonly remedies: readonly StoredRemedy[]
  readonly reminders: ReadonlyMap<string, Date>
  readonly today: Day
  readonly all: boolean
  readonly next: string | null
  readonly step: AgencyStep | null
  readonly state: FormState
  readonly done: AgencyStep | null
  readonly submission: string
}

/** What this agency owes, by day, and the place to say that it paid. */
export function OwnDuesPage(props: OwnDuesProps) {
  const { dues, state, done, all, next, today } = props
  const { t, link } = useReader()
  const of = all ? { state: 'all' } : {}
  return (
    <OfficerLayout title={t('payments.agency.title')} hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      {done ? (
        <NotificationBanner success>{t(`payments.agency.${done}`)}</NotificationBanner>
      ) : null}
      <h1>{t('payments.agency.title')}</h1>
      <p>{t('payments.agency.about')}</p>
      <p>
        <a href={link(routes.ownDues.href(all ? {} : { state: 'all' }))}>
          {t(all ? 'payments.agency.open-only' : 'payments.agency.all')}
        </a>
      </p>
      {dues.length === 0 ? (
        <EmptyState title={t('payments.none')} icon="banknote" />
      ) : (
        <>
          <TotalsTable totals={totalsOf(dues, today)} />
          <Dues {...props} />
        </>
      )}
      <Pagination
        next={next ? { href: link(routes.ownDues.href({ ...of, after: next })) } : undefined}
      />
      <Remedies {...props} />
    </OfficerLayout>
  )
}

function Dues({ dues, reminders, today, step, state, submission }: OwnDuesProps) {
  const reader = useReader()
  const { t, link, instant } = reader
  const form = step === 'pay' ? state : emptyForm
  return (
    <Form
      action={link(routes.ownDuesStep.href({ step: 'pay' }))}
      state={form}
      submission={`${submission}-p`}
    >
      <Worklist
        caption={t('payments.agency.title')}
        stacks
        columns={[
          { label: t('payments.column.reference') },
          ...dueColumns(reader),
          { label: t('payments.column.reminded') },
          { label: t('payments.column.pay-now') },
        ]}
        rows={dues.map((due) => {
          const at = reminders.get(due.id)
          return {
            id: due.id,
            tone: dueTone(due, today),
            cells: [
              due.reference,
              ...dueCells(reader, due, today),
              at ? instant(at) : '—',
              due.owed > 0n ? (
                <CellInput
                  name={`pay-${due.id}`}
                  label={t('payments.column.pay-now-of', { reference: due.reference })}
                  state={form}
                />
              ) : (
                ''
              ),
            ],
          }
        })}
      />
      <SlipFields />
      <Button>{t('payments.agency.say-paid')}</Button>
    </Form>
  )
}

function Remedies({ remedies, today, step, state, submission }: OwnDuesProps) {
  const { t, link, day } = useReader()
  if (remedies.length === 0) return null
  const form = step === 'done' ? state : emptyForm
  return (
    <section id="remedies">
      <h2>{t('payments.remedies.title')}</h2>
      <Form
        action={link(routes.ownDuesStep.href({ step: 'done' }))}
        state={form}
        submission={`${submission}-r`}
      >
        <Worklist
          caption={t('payments.remedies.title')}
          stacks
          columns={[
            { label: t('payments.column.remedy') },
            { label: t('payments.column.due-on') },
            { label: t('payments.column.state') },
            { label: t('payments.column.word') },
          ]}
          rows={remedies.map((remedy) => ({
            id: remedy.id,
            cells: [
              t(`payments.remedy-kind.${remedy.kind}`),
              <span class="nowrap">{day(remedy.dueOn)}</span>,
              <RemedyMark status={remedy.status} dueOn={remedy.dueOn} today={today} />,
              <>
                <input type="hidden" name={`version-${remedy.id}`} value={remedy.version} />
                <CellSelect
                  name={`remedy-${remedy.id}`}
                  label={t(`payments.remedy-kind.${remedy.kind}`)}
                  state={form}
                  options={[
                    { value: '', label: t('payments.answers.as-it-is') },
                    { value: 'reported', label: t('payments.remedy-word.reported') },
                  ]}
                />
              </>,
            ],
          }))}
        />
        <Button>{t('payments.agency.say-done')}</Button>
      </Form>
    </section>
  )
}
