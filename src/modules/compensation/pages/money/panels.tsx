import { hasRole } from '../../../../kernel/actor.ts'
import type { Day } from '../../../../kernel/days.ts'
import { routes } from '../../../../routes.ts'
import { InsetText, LinkButton, useReader } from '../../../../ui/index.ts'
import type { CasePanel } from '../../../complaints/index.ts'
import { type Due, listDues, listPayments, type Payment } from '../../../ledger/index.ts'
import { caseAwaitingHerWord } from '../../actions/close-paid.ts'
import { type AwaitedAt, listAwaited } from '../../store/pay-outs.ts'
import { listOutcomes, listRemedies, type StoredRemedy } from '../../store/read-outcomes.ts'
import { moneyHandlers } from './access.ts'
import { DueMark, RemedyMark, TotalsTable, totalsOf } from './marks.tsx'

/** On the officer's page of a case: the sums, and the way to every person's own. */
export const moneyPanel: CasePanel = {
  name: 'money',
  draw: async (tx, { actor, complaintId, today }) => {
    const outcomes = await listOutcomes(tx, complaintId)
    const may = hasRole(actor, ...moneyHandlers)
    if (outcomes.length === 0 && !may) return null
    const dues = await listDues(tx, { caseIds: [complaintId] })
    return <MoneyPart {...{ complaintId, dues, today, may }} any={outcomes.length > 0} />
  },
}

type PartProps = {
  readonly complaintId: string
  readonly any: boolean
  readonly dues: readonly Due[]
  readonly today: Day
  readonly may: boolean
}

function MoneyPart({ complaintId: id, any, dues, today, may }: PartProps) {
  const { t, link } = useReader()
  return (
    <section class="case-part" id="money">
      <h2>{t('payments.case.short')}</h2>
      {any ? <TotalsTable totals={totalsOf(dues, today)} /> : <p>{t('payments.case.none')}</p>}
      {may ? (
        <p>
          <a href={link((any ? routes.complaintMoney : routes.complaintOutcomeNew).href({ id }))}>
            {t(any ? 'payments.case.open' : 'payments.outcome.new')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** Only where a part came: all or nothing stands in the mark. */
function CameSoFar({ due: { received, owed, paid, money: due } }: { readonly due: Due }) {
  const { t, money } = useReader()
  if (received === 0n || owed + paid === 0n) return null
  const sum = (minor: bigint) => money({ minor, currency: due.currency })
  return <p>{t('payments.own.came', { came: sum(received), rest: sum(owed + paid) })}</p>
}

/** On her own page: what she is to get, whether it came, and the question whether it did. */
export const ownMoneyPanel: CasePanel = {
  name: 'own-money',
  draw: async (tx, { actor, complaintId, today }) => {
    const dues = await listDues(tx, { caseIds: [complaintId] })
    const remedies = (await listRemedies(tx, { complaintId })).filter(
      ({ status }) => status !== 'agreed' && status !== 'dropped',
    )
    if (dues.length === 0 && remedies.length === 0) return null
    const payments = await listPayments(tx, { dueIds: dues.map(({ id }) => id) })
    const isDone = (await caseAwaitingHerWord(tx, { complaintId, actor })) !== null
    const awaited = await listAwaited(tx, { complaintId, from: today })
    return <OwnMoney {...{ dues, payments, remedies, today, isDone, awaited }} />
  },
}

type OwnProps = {
  readonly dues: readonly Due[]
  readonly payments: readonly Payment[]
  readonly remedies: readonly StoredRemedy[]
  readonly today: Day
  /** Everything came: only her word is missing. */
  readonly isDone: boolean
  /** Where she is waited for with her money. */
  readonly awaited: readonly AwaitedAt[]
}

function OwnMoney({ dues, payments, remedies, today, isDone, awaited }: OwnProps) {
  const { t, link, day, money } = useReader()
  const waiting = (due: Due) =>
    payments.filter(({ dueId, status }) => dueId === due.id && status === 'recorded')
  return (
    <section id="money">
      <h2>{t('payments.own.title')}</h2>
      {awaited.map(({ number, heldOn, place, position }) => (
        <InsetText>{t('payout.own', { number, place, position, day: day(heldOn) })}</InsetText>
      ))}
      {dues.map((due) => (
        <div class="own-due">
          <p>
            {t('payments.own.due', { sum: money(due.money), day: day(due.dueOn) })}{' '}
            <DueMark due={due} today={today} />
          </p>
          <CameSoFar due={due} />
          {waiting(due).map(({ id, minor, paidOn }) => (
            <p>
              {t('payments.own.paid', {
                sum: money({ minor, currency: due.money.currency }),
                day: day(paidOn),
              })}{' '}
              <LinkButton href={link(routes.followMoney.href({ due: due.id, payment: id }))}>
                {t('payments.own.did-it-come')}
              </LinkButton>
            </p>
          ))}
        </div>
      ))}
      {remedies.map(({ id, kind, dueOn, status }) => (
        <div class="own-due">
          <p>
            {t(`payments.remedy-kind.${kind}`)} · {day(dueOn)}{' '}
            <RemedyMark status={status} dueOn={dueOn} today={today} />
          </p>
          {status === 'due' || status === 'reported' ? (
            <p>
              <LinkButton href={link(routes.followRemedy.href({ remedy: id }))} kind="secondary">
                {t('payments.own.was-it-done')}
              </LinkButton>
            </p>
          ) : null}
        </div>
      ))}
      <p>{t('payments.no-waiver')}</p>
      {isDone ? (
        <p>
          <LinkButton href={link(routes.followSolved.href())}>
            {t('payments.own.solved')}
          </LinkButton>
        </p>
      ) : null}
    </section>
  )
}
