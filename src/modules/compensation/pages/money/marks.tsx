import type { Day } from '../../../../kernel/days.ts'
import type { Currency, Money } from '../../../../kernel/money.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import { StatusMark, type Tone, useReader } from '../../../../ui/index.ts'
import { type Due, type DueState, type Party, stateOfDue } from '../../../ledger/index.ts'
import type { PartyBook } from '../../actions/read-case-money.ts'
import type { RemedyStatus } from '../../rules/outcome.ts'

const dueTones: Readonly<Record<DueState, Tone>> = {
  open: 'neutral',
  overdue: 'danger',
  'to-confirm': 'attention',
  received: 'allowed',
  cancelled: 'neutral',
}

export function DueMark({ due, today }: { readonly due: Due; readonly today: Day }) {
  const { t } = useReader()
  const state = stateOfDue(due, today)
  return <StatusMark tone={dueTones[state]}>{t(`payments.due.${state}`)}</StatusMark>
}

const remedyTones: Readonly<Record<RemedyStatus, Tone>> = {
  agreed: 'neutral',
  due: 'neutral',
  reported: 'attention',
  confirmed: 'allowed',
  dropped: 'neutral',
}

export function RemedyMark({
  status,
  dueOn,
  today,
}: {
  readonly status: RemedyStatus
  readonly dueOn: Day
  readonly today: Day
}) {
  const { t } = useReader()
  const late = status === 'due' && dueOn < today
  return (
    <StatusMark tone={late ? 'danger' : remedyTones[status]}>
      {t(late ? 'payments.remedy.late' : `payments.remedy.${status}`)}
    </StatusMark>
  )
}

/** Who owes, in words. */
export function partyText(reader: Reader, book: PartyBook, party: Party): string {
  const agency = party.kind === 'agency' ? book.agencies.get(party.id) : undefined
  if (agency) return reader.name(agency)
  const found = book.parties.get(party.id)
  if (!found) return reader.t('payments.party.unknown')
  const named = found.agencyId ? book.agencies.get(found.agencyId) : undefined
  return named ? reader.name(named) : (found.name ?? reader.t(`payments.party.${found.kind}`))
}

export type Totals = {
  readonly currency: Currency
  readonly owed: bigint
  readonly overdue: bigint
  readonly paid: bigint
  readonly received: bigint
}

/** By currency, for several are never added. */
export function totalsOf(dues: readonly Due[], today: Day): Totals[] {
  const byCurrency = Map.groupBy(dues, ({ money }) => money.currency)
  return [...byCurrency].map(([currency, all]) => {
    const sum = (of: (due: Due) => bigint) => all.reduce((before, due) => before + of(due), 0n)
    return {
      ...{ currency, owed: sum(({ owed }) => owed), paid: sum(({ paid }) => paid) },
      overdue: sum((due) => (due.dueOn < today ? due.owed : 0n)),
      received: sum(({ received }) => received),
    }
  })
}

/** What was agreed, and how much of it came, currency by currency. */
export function TotalsTable({ totals }: { readonly totals: readonly Totals[] }) {
  const { t, money } = useReader()
  const text = (minor: bigint, currency: Currency) => money({ minor, currency } satisfies Money)
  return (
    <ul class="totals">
      {totals.map(({ currency, owed, overdue, paid, received }) => (
        <li>
          {t('payments.totals', {
            owed: text(owed, currency),
            overdue: text(overdue, currency),
            paid: text(paid, currency),
            received: text(received, currency),
          })}
        </li>
      ))}
    </ul>
  )
}
