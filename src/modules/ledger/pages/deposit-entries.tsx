import { dayOf } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import { routes } from '../../../routes.ts'
import { type Content, useReader, Worklist } from '../../../ui/index.ts'
import type { DepositEntry } from '../actions/read-deposit.ts'
import type { Instruments } from '../actions/read-instruments.ts'
import { Files } from './instruments-section.tsx'
import { type People, PersonName } from './marks.tsx'

export type DepositEntriesProps = {
  readonly entries: readonly DepositEntry[]
  readonly currency: Currency
  readonly instruments: Pick<Instruments, 'guarantees' | 'files'>
  /** Null for the agency's own people: they see what the ministry did, not who of it. */
  readonly people: People | null
}

/** Every entry of a holding, the newest first, with what stood there after it. */
export function DepositEntries({ entries, currency, instruments, people }: DepositEntriesProps) {
  const { t, day, money } = useReader()
  const column = (name: string, numeric = false) => ({
    label: t(`ledger.entries.column.${name}`),
    numeric,
  })
  const sum = (minor: bigint): string => money({ minor, currency })
  return (
    <Worklist
      caption={t('ledger.entries.title')}
      columns={[
        ...[column('day'), column('what'), column('paper')],
        ...[column('sum', true), column('after', true)],
        ...(people ? [column('by')] : []),
      ]}
      rows={entries.map((entry) => ({
        id: String(entry.version),
        cells: [
          day(entry.change?.onDay ?? dayOf(entry.postedAt)),
          t(`ledger.entries.kind.${entry.kind}`),
          <Paper {...{ entry, instruments }} linked={people !== null} />,
          `${entry.minor > 0n ? '+' : ''}${sum(entry.minor)}`,
          sum(entry.after),
          ...(people ? [<By {...{ entry, instruments, people }} />] : []),
        ],
      }))}
      stacks
    />
  )
}

type PaperProps = Pick<DepositEntriesProps, 'instruments'> & {
  readonly entry: DepositEntry
  readonly linked: boolean
}

/** The paper that proves an entry: the slip with its file, the guarantee, or the draw. */
function Paper({ entry, instruments, linked }: PaperProps) {
  const { link } = useReader()
  const { change, order, source } = entry
  const guarantee = instruments.guarantees.find(({ id }) => id === source.id)
  if (guarantee) return <>{`${guarantee.bank} ${guarantee.number}`}</>
  if (change)
    return (
      <div>
        {withReason(change.reference, change.reason)}
        {change.kind === 'paid-in' ? (
          <>
            <br />
            <Files files={instruments.files.get(change.id) ?? []} linked={linked} />
          </>
        ) : null}
      </div>
    )
  if (!order) return <>–</>
  if (!linked) return <>{order.number}</>
  return <a href={link(routes.draw.href({ id: order.id }))}>{order.number}</a>
}

const withReason = (reference: string, reason: string | null): Content =>
  reason === null ? reference : `${reference} · ${reason}`

type ByProps = Pick<PaperProps, 'entry' | 'instruments'> & { readonly people: People }

function By({ entry: { change, source }, instruments, people }: ByProps) {
  const guarantee = instruments.guarantees.find(({ id }) => id === source.id)
  const by = change?.recordedBy ?? guarantee?.enteredBy
  return by ? <PersonName id={by} people={people} /> : <>–</>
}
