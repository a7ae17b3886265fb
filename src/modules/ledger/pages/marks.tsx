import type { Day } from '../../../kernel/days.ts'
import type { Currency, Money } from '../../../kernel/money.ts'
import { type IconName, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import type { PersonNames } from '../../accounts/index.ts'
import type { AgencyNames } from '../../agencies/index.ts'
import {
  clockOfDemand,
  type Demand,
  type DepositId,
  type DepositState,
  type Holding,
} from '../rules/deposit.ts'
import type { DrawStatus } from '../rules/draw.ts'

type Look = { readonly tone: Tone; readonly icon: IconName }

const depositLooks: Readonly<Record<DepositState | 'not-entered', Look>> = {
  covered: { tone: 'allowed', icon: 'circle-check' },
  short: { tone: 'danger', icon: 'triangle-alert' },
  'not-comparable': { tone: 'attention', icon: 'scale' },
  'minimum-unknown': { tone: 'neutral', icon: 'circle-question-mark' },
  'not-entered': { tone: 'neutral', icon: 'circle' },
}

/** Whether a deposit is enough: icon, word and colour. */
export function DepositMark({ state }: { readonly state: DepositState | 'not-entered' }) {
  const { t } = useReader()
  return <StatusMark {...depositLooks[state]}>{t(`ledger.deposit.state.${state}`)}</StatusMark>
}

const drawLooks: Readonly<Record<DrawStatus, Look>> = {
  proposed: { tone: 'attention', icon: 'pencil' },
  signed: { tone: 'attention', icon: 'stamp' },
  executed: { tone: 'allowed', icon: 'circle-check' },
  withdrawn: { tone: 'neutral', icon: 'circle-pause' },
  refused: { tone: 'danger', icon: 'circle-x' },
}

export function DrawMark({ status }: { readonly status: DrawStatus }) {
  const { t } = useReader()
  return <StatusMark {...drawLooks[status]}>{t(`ledger.draw.status.${status}`)}</StatusMark>
}

/** By when a deposit is to be filled up, and whether that day has passed. */
export function DemandMark({
  demand,
  today,
}: {
  readonly demand: Pick<Demand, 'status' | 'dueOn'>
  readonly today: Day
}) {
  const { t, day } = useReader()
  const clock = clockOfDemand(demand, today)
  if (clock === 'stopped')
    return (
      <StatusMark tone={demand.status === 'met' ? 'allowed' : 'neutral'}>
        {t(`ledger.demand.status.${demand.status}`)}
      </StatusMark>
    )
  const ranOut = clock === 'ran-out'
  return (
    <StatusMark tone={ranOut ? 'danger' : 'attention'} icon="calendar-clock">
      {t(ranOut ? 'ledger.demand.ran-out' : 'ledger.demand.by', { day: day(demand.dueOn) })}
    </StatusMark>
  )
}

/** What is held, each currency by itself: sums stay in the currency in which they were paid. */
export function Held({ holdings }: { readonly holdings: readonly Holding[] }) {
  const { money } = useReader()
  if (holdings.length === 0) return <>–</>
  return <>{holdings.map(({ held, currency }) => money({ minor: held, currency })).join(' + ')}</>
}

export function Sum({ sum }: { readonly sum: Money | null }) {
  const { money } = useReader()
  return <>{sum === null ? '–' : money(sum)}</>
}

/** The name of an agency, or that the register has none for it. */
export function AgencyName({ names }: { readonly names: AgencyNames | null }) {
  const { t, name } = useReader()
  return <>{names ? name(names) : t('ledger.agency.not-on-register')}</>
}

export type People = ReadonlyMap<string, PersonNames>

export function PersonName({
  id,
  people,
}: {
  readonly id: string | null
  readonly people: People
}) {
  const { t, name } = useReader()
  const names = id === null ? undefined : people.get(id)
  return <>{names ? name(names) : t('ledger.somebody')}</>
}

/** In which currency a guarantee was given: that of its holding. */
export const currencyIn =
  ({ holdings }: { readonly holdings: readonly Holding[] }) =>
  ({ depositId }: { readonly depositId: DepositId }): Currency =>
    holdings.find(({ id }) => id === depositId)?.currency ?? 'USD'
