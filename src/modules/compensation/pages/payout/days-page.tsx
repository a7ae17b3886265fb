import { routes } from '../../../../routes.ts'
import { EmptyState, LinkButton, OfficerLayout, useReader, Worklist } from '../../../../ui/index.ts'
import type { PayOutCounts } from '../../store/pay-outs.ts'

/** The days on which money is or was paid out in cash, the latest first. */
export function PayOutsPage({ days }: { readonly days: readonly PayOutCounts[] }) {
  const { t, link } = useReader()
  return (
    <OfficerLayout title={t('payout.title')}>
      <h1>{t('payout.title')}</h1>
      <p>{t('payout.about')}</p>
      <LinkButton href={link(routes.payOutNew.href())}>{t('payout.new')}</LinkButton>
      {days.length === 0 ? (
        <EmptyState title={t('payout.none')} icon="banknote" />
      ) : (
        <Days days={days} />
      )}
    </OfficerLayout>
  )
}

function Days({ days }: { readonly days: readonly PayOutCounts[] }) {
  const { t, link, day } = useReader()
  return (
    <Worklist
      caption={t('payout.title')}
      stacks
      columns={[
        { label: t('payout.fact.number') },
        { label: t('payout.fact.held-on') },
        { label: t('payout.fact.place') },
        { label: t('payout.status.listed'), numeric: true },
        { label: t('payout.status.received'), numeric: true },
        { label: t('payout.missed'), numeric: true },
      ]}
      rows={days.map((one) => ({
        id: one.id,
        cells: [
          <a href={link(routes.payOut.href({ id: one.id }))}>{one.number}</a>,
          <span class="nowrap">{day(one.heldOn)}</span>,
          one.place,
          String(one.listed),
          String(one.received),
          String(one.missed),
        ],
      }))}
    />
  )
}
