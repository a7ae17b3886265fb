import { routes } from '../../../../routes.ts'
import {
  Details,
  EmptyState,
  Form,
  Icon,
  LinkButton,
  OfficerLayout,
  Pagination,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { Officer } from '../../../accounts/index.ts'
import { countLimit, type WorklistFilters } from '../../rules/worklist.ts'
import type { WorklistRow } from '../../store/worklist.ts'
import type { WorklistCounts } from '../../store/worklist-counts.ts'
import type { WorklistView } from '../../store/worklist-views.ts'
import {
  type BulkAgain,
  BulkBar,
  BulkErrors,
  type BulkOutcome,
  BulkOutcomeNotice,
} from './bulk-bar.tsx'
import type { CodeBook } from './names.ts'
import { StateTabs } from './state-tabs.tsx'
import { WorklistFilterBar } from './worklist-filters.tsx'
import { isNarrowed, queryOf, type WorklistQuery } from './worklist-query.ts'
import { columnsOf, rowsOf } from './worklist-rows.tsx'
import { SavedViews } from './worklist-views.tsx'

export type WorklistPageProps = {
  readonly filters: WorklistFilters
  readonly rows: readonly WorklistRow[]
  readonly counts: WorklistCounts
  /** How many rows the filters hold, when they are more than a state. */
  readonly found: number | null
  /** Where this page of the list begins or ends. */
  readonly from: WorklistQuery['from']
  readonly previous: string | null
  readonly next: string | null
  readonly codes: CodeBook
  /** Areas to choose from; null for the whole country. */
  readonly areas: readonly string[] | null
  /** Officers to whom cases may be given; empty for whoever may give none. */
  readonly officers: readonly Officer[]
  readonly mayWork: boolean
  readonly views: readonly WorklistView[]
  readonly outcome: BulkOutcome | null
  /** A bulk action that could not begin. */
  readonly again: BulkAgain | null
  /** The case just went to another office. */
  readonly moved: boolean
  readonly now: Date
  readonly submission: string
}

/** Every case that waits: filters in the address, what is late in days with a name. */
export function WorklistPage(props: WorklistPageProps) {
  const { t } = useReader()
  const { filters, rows } = props
  return (
    <OfficerLayout title={t('complaints.worklist.title')} hasErrors={props.again !== null}>
      <BulkErrors again={props.again} />
      <div class="page-head">
        <h1>{t('complaints.worklist.title')}</h1>
        <Links {...props} />
      </div>
      {props.moved ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t('complaints.worklist.moved')}
        </p>
      ) : null}
      <BulkOutcomeNotice outcome={props.outcome} />
      <StateTabs filters={filters} counts={props.counts} />
      <div class="list-tools">
        <Details summary={t('complaints.filter.title')} open={isNarrowed(filters)}>
          <WorklistFilterBar {...props} />
        </Details>
        <SavedViews {...props} />
      </div>
      {rows.length === 0 ? <Nothing filters={filters} /> : <Cases {...props} />}
      <Pages {...props} />
    </OfficerLayout>
  )
}

function Cases(props: WorklistPageProps) {
  const { filters, rows, codes, officers, mayWork, submission, now, again } = props
  const reader = useReader()
  const { t, link } = reader
  const selectName = mayWork ? 'row' : undefined
  return (
    <Form
      action={link(routes.complaintsBulk.href(queryOf(filters, hereOf(props))))}
      state={{ values: {}, errors: {} }}
      submission={submission}
    >
      {mayWork ? <BulkBar officers={officers} again={again} /> : null}
      <Worklist
        caption={t('complaints.worklist.title')}
        columns={columnsOf(filters, { t, link })}
        rows={rowsOf(rows, { reader, codes, now, selectName, chosen: again?.rows ?? none })}
        selectName={selectName}
      />
    </Form>
  )
}

const none: ReadonlySet<string> = new Set()

/** This page of the list, as its address has it. */
function hereOf({ from }: WorklistPageProps): { after?: string; before?: string } {
  return from ? { [from.direction]: `${from.cursor.at}~${from.cursor.id}` } : {}
}

function Links({ filters, mayWork }: WorklistPageProps) {
  const { t, link } = useReader()
  const as = (format: string) => link(routes.complaintsExport.href(queryOf(filters, { format })))
  return (
    <div class="page-head__links">
      {mayWork ? (
        <>
          <a href={as('csv')}>
            <Icon name="download" /> {t('complaints.export.csv')}
          </a>
          <a href={as('xlsx')}>
            <Icon name="download" /> {t('complaints.export.xlsx')}
          </a>
        </>
      ) : null}
      {mayWork ? <a href={link(routes.complaintLate.href())}>{t('cases.late.start')}</a> : null}
      <LinkButton href={link(routes.complaintEntry.href())} kind="secondary">
        {t('complaints.entry.start')}
      </LinkButton>
    </div>
  )
}

function Nothing({ filters }: { readonly filters: WorklistFilters }) {
  const { t, link } = useReader()
  const narrowed = isNarrowed(filters)
  return (
    <EmptyState title={t(narrowed ? 'complaints.worklist.none-found' : 'complaints.worklist.none')}>
      {filters.number ? <p>{t('complaints.worklist.check-number')}</p> : null}
      {narrowed ? (
        <p>
          <a href={link(routes.complaints.href())}>{t('complaints.worklist.all-open')}</a>
        </p>
      ) : (
        <p>{t('complaints.worklist.none-hint')}</p>
      )}
    </EmptyState>
  )
}

function Pages({ filters, found, rows, previous, next }: WorklistPageProps) {
  const { t, link, number } = useReader()
  const to = (more: { after?: string; before?: string }) => ({
    href: link(routes.complaints.href(queryOf(filters, more))),
  })
  return (
    <div class="page-foot">
      {found === null || rows.length === 0 ? null : (
        <p class="muted">
          {found > countLimit
            ? t('complaints.worklist.found-more', { most: number(countLimit) })
            : t('complaints.worklist.found', { found })}
        </p>
      )}
      <Pagination
        previous={previous ? to({ before: previous }) : undefined}
        next={next ? to({ after: next }) : undefined}
      />
    </div>
  )
}
