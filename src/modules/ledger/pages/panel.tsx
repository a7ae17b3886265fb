import type { Html } from '../../../html/html.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { StatusMark, useReader } from '../../../ui/index.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { depositShortSince } from '../actions/read-deposit.ts'

/** On an agency's public page: that its deposit is short, and since when; nothing where it is not. */
export const depositPanel = {
  name: 'deposit',
  draw: async (
    tx: Tx,
    { agencyId, today }: { readonly agencyId: AgencyId; readonly today: Day },
  ): Promise<Html | null> => {
    const since = await depositShortSince(tx, { agencyId, today })
    return since && <DepositIsShort since={since} />
  },
} as const

function DepositIsShort({ since }: { readonly since: Day }) {
  const { t, day } = useReader()
  return (
    <section>
      <h2>{t('ledger.public.title')}</h2>
      <p>
        <StatusMark tone="attention">
          {t('ledger.public.short-since', { day: day(since) })}
        </StatusMark>
      </p>
      <p>{t('ledger.public.what-for')}</p>
    </section>
  )
}
