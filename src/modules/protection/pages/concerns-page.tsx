import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  EmptyState,
  LinkButton,
  OfficerLayout,
  StatusMark,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { ListedConcern } from '../actions/read-concern.ts'
import { ConcernMark } from './marks.tsx'

export type ConcernsPageProps = {
  readonly rows: readonly ListedConcern[]
  readonly open: boolean
  readonly today: Day
}

/** People at risk who do not complain, by the day on which somebody looks again. */
export function ConcernsPage({ rows, open, today }: ConcernsPageProps) {
  const { t, link } = useReader()
  const tab = (isOpen: boolean) => (
    <li>
      <a
        class="state-tab"
        href={link(routes.concerns.href(isOpen ? {} : { state: 'ended' }))}
        aria-current={open === isOpen ? 'page' : undefined}
      >
        {t(isOpen ? 'protection.concerns.open' : 'protection.concerns.ended')}
      </a>
    </li>
  )
  return (
    <OfficerLayout title={t('protection.concerns.title')}>
      <div class="page-head">
        <h1>{t('protection.concerns.title')}</h1>
        <LinkButton href={link(routes.concernNew.href())}>
          {t('protection.concerns.new')}
        </LinkButton>
      </div>
      <p>{t('protection.concerns.about')}</p>
      <nav class="state-tabs" aria-label={t('protection.concerns.title')}>
        <ul>
          {tab(true)}
          {tab(false)}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={t('protection.concerns.none')} />
      ) : (
        <Rows rows={rows} today={today} />
      )}
    </OfficerLayout>
  )
}

function Rows({ rows, today }: Pick<ConcernsPageProps, 'rows' | 'today'>) {
  const { t, link, name, day, instant } = useReader()
  const columns = ['logged', 'status', 'signs', 'owner', 'next']
  return (
    <Worklist
      stacks
      caption={t('protection.concerns.title')}
      columns={columns.map((column) => ({ label: t(`protection.fact.${column}`) }))}
      rows={rows.map((row) => {
        const isLate = row.nextOn !== null && row.nextOn < today
        return {
          id: row.id,
          tone: isLate ? 'danger' : undefined,
          cells: [
            <a href={link(routes.concern.href({ id: row.id }))}>{instant(row.madeAt)}</a>,
            <ConcernMark status={row.status} />,
            row.signs.map((sign) => t(`protection.sign.${sign}`)).join(' · ') || '—',
            row.owner ? name(row.owner) : t('protection.concerns.nobody'),
            <>
              {row.nextOn ? day(row.nextOn as Day) : '—'}{' '}
              {isLate ? <StatusMark tone="danger">{t('protection.late')}</StatusMark> : null}
            </>,
          ],
        }
      })}
    />
  )
}
