import { dayOf } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  EmptyState,
  FilterBar,
  OfficerLayout,
  Pagination,
  Select,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { AgencyId, AgencyNames } from '../../agencies/index.ts'
import { type DrawOrder, type DrawStatus, drawStatuses } from '../rules/draw.ts'
import { AgencyName, DrawMark } from './marks.tsx'

export type DrawsPageProps = {
  readonly draws: readonly DrawOrder[]
  readonly names: ReadonlyMap<AgencyId, AgencyNames>
  readonly status: DrawStatus | null
  readonly next: string | null
}

/** Draws of every agency, the newest first. */
export function DrawsPage({ draws, names, status, next }: DrawsPageProps) {
  const { t, link, money, day } = useReader()
  const query = status ? { status } : {}
  const crumbs = [
    { text: t('ledger.deposits.title'), href: link(routes.deposits.href()) },
    { text: t('ledger.draws.title') },
  ]
  return (
    <OfficerLayout title={t('ledger.draws.title')} before={<Breadcrumbs crumbs={crumbs} />}>
      <h1>{t('ledger.draws.title')}</h1>
      <FilterBar
        action={link(routes.draws.href())}
        clearHref={status ? link(routes.draws.href()) : undefined}
      >
        <Select
          name="status"
          label={t('ledger.column.state')}
          options={[
            { value: '', label: t('ledger.filter.any') },
            ...drawStatuses.map((value) => ({ value, label: t(`ledger.draw.status.${value}`) })),
          ]}
          value={status ?? ''}
        />
      </FilterBar>
      {draws.length === 0 ? (
        <EmptyState title={t('ledger.draws.none')} icon="gavel" />
      ) : (
        <Worklist
          caption={t('ledger.draws.title')}
          columns={[
            { label: t('ledger.column.number') },
            { label: t('ledger.column.agency') },
            { label: t('ledger.column.state') },
            { label: t('ledger.fact.claimed'), numeric: true },
            { label: t('ledger.fact.covered'), numeric: true },
            { label: t('ledger.column.proposed') },
          ]}
          rows={draws.map((draw) => ({
            id: draw.id,
            cells: [
              <a href={link(routes.draw.href({ id: draw.id }))}>{draw.number}</a>,
              <AgencyName names={names.get(draw.agencyId) ?? null} />,
              <DrawMark status={draw.status} />,
              money({ minor: draw.claimed, currency: draw.currency }),
              money({ minor: draw.covered, currency: draw.currency }),
              day(dayOf(draw.proposedAt)),
            ],
          }))}
          stacks
        />
      )}
      <Pagination
        next={next ? { href: link(routes.draws.href({ ...query, after: next })) } : undefined}
      />
    </OfficerLayout>
  )
}
