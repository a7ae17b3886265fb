import { routes } from '../../../routes.ts'
import { EmptyState, OfficerLayout, Table, useReader } from '../../../ui/index.ts'
import type { Names } from '../../places/index.ts'
import type { OpenProceeding } from '../actions/read-proceedings.ts'
import { LookMark } from './proceedings-page.tsx'

export type OpenProceedingsProps = {
  readonly rows: readonly OpenProceeding[]
  readonly mine: boolean
  readonly countries: readonly { readonly code: string; readonly names: Names }[]
}

/** What has to be filed or looked at elsewhere, what is due first, first. */
export function OpenProceedingsPage({ rows, mine, countries }: OpenProceedingsProps) {
  const { t, link, name } = useReader()
  const countryOf = (code: string) => {
    const found = countries.find((one) => one.code === code)
    return found ? name(found.names) : t('proceedings.cambodia')
  }
  const table = rows.map((row) => [
    <a href={link(routes.proceedings.href({ id: row.complaintId }))}>{row.caseNumber ?? '–'}</a>,
    t(`proceedings.kind.${row.kind}`),
    countryOf(row.country),
    t(`proceedings.stage.${row.stage}`),
    <LookMark {...row} />,
  ])
  const head = ['case', 'kind', 'country', 'stage', 'next'].map((key) =>
    t(`proceedings.column.${key}`),
  )
  return (
    <OfficerLayout title={t('proceedings.list')}>
      <div class="page-head">
        <h1>{t('proceedings.list')}</h1>
      </div>
      <p>
        <a href={link(routes.openProceedings.href(mine ? { whose: 'all' } : undefined))}>
          {t(mine ? 'proceedings.show-all' : 'proceedings.show-mine')}
        </a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('proceedings.list-empty')} />
      ) : (
        <section class="wide-table" aria-label={t('proceedings.list')} tabindex={0}>
          <Table head={head} rows={table} />
        </section>
      )}
    </OfficerLayout>
  )
}
