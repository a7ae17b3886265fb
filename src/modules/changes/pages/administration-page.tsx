import { routes } from '../../../routes.ts'
import {
  EmptyState,
  FilterBar,
  OfficerLayout,
  Select,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { Overview } from '../actions/read-changes.ts'
import { changeStatuses } from '../rules/lifecycle.ts'
import { ChangeLink, ChangeStatusMark, PersonName } from './marks.tsx'
import { OpenPart } from './open-part.tsx'

export type AdministrationPageProps = {
  readonly overview: Overview
  readonly kinds: readonly string[]
  /** Those of which this person may propose a change. */
  readonly own: readonly string[]
  readonly filter: {
    readonly kind: string
    readonly status: string
    readonly subject: string
    readonly after: string
  }
}

/** What waits for whom, what is coming, and what was changed. */
export function AdministrationPage(props: AdministrationPageProps) {
  const { t } = useReader()
  const { overview } = props
  const { forMe, mine, others, persons } = overview
  return (
    <OfficerLayout title={t('changes.title')}>
      <div class="page-head">
        <h1>{t('changes.title')}</h1>
        <Places kinds={props.own} />
      </div>
      <OpenPart title="changes.part.for-me" open={forMe} persons={persons} />
      <OpenPart title="changes.part.mine" open={mine} persons={persons} />
      {others.changes.length + others.requests.length > 0 ? (
        <OpenPart title="changes.part.others" open={others} persons={persons} />
      ) : null}
      <Coming overview={overview} />
      <History {...props} />
    </OfficerLayout>
  )
}

/** Of each kind, the page on which its subjects stand. */
const places: Readonly<Record<string, string>> = {
  rule: routes.administrationRules.path,
  holiday: routes.administrationHolidays.path,
  category: routes.administrationCategories.path,
  wording: routes.administrationWordings.path,
  office: routes.administrationOffices.path,
  approver: routes.administrationApprovers.path,
}

/** Only what this person may propose leads anywhere. */
function Places({ kinds }: { readonly kinds: readonly string[] }) {
  const { t, link } = useReader()
  return (
    <nav class="page-head__links" aria-label={t('changes.places')}>
      {kinds.flatMap((kind) => {
        const href = places[kind]
        return href ? [<a href={link(href)}>{t(`changes.place.${kind}`)}</a>] : []
      })}
    </nav>
  )
}

function Coming({ overview }: { readonly overview: Overview }) {
  const { t, day } = useReader()
  if (overview.coming.length === 0) return null
  const columns = ['what', 'kind', 'from', 'by', 'second'] as const
  return (
    <section class="case-part">
      <h2>{t('changes.part.coming')}</h2>
      <Worklist
        stacks
        caption={t('changes.part.coming')}
        columns={columns.map((column) => ({ label: t(`changes.column.${column}`) }))}
        rows={overview.coming.map((change) => ({
          id: change.id,
          tone: 'allowed' as const,
          cells: [
            <ChangeLink change={change} />,
            t(`changes.kind.${change.kind}`),
            day(change.inForceFrom),
            <PersonName id={change.proposedBy} persons={overview.persons} />,
            <PersonName id={change.approvedBy} persons={overview.persons} />,
          ],
        }))}
      />
    </section>
  )
}

function History({ overview, kinds, filter }: AdministrationPageProps) {
  const { t, link } = useReader()
  const address = link(routes.administration.href())
  const isFiltered = filter.kind + filter.status + filter.subject !== ''
  const anything = { value: '', label: t('changes.any') }
  const statuses = changeStatuses.map((value) => ({ value, label: t(`changes.status.${value}`) }))
  const ofKinds = kinds.map((value) => ({ value, label: t(`changes.kind.${value}`) }))
  return (
    <section class="case-part">
      <h2>{t('changes.part.history')}</h2>
      <FilterBar
        action={address}
        clearHref={isFiltered ? address : undefined}
        hidden={filter.subject === '' ? undefined : { subject: filter.subject }}
      >
        <Select
          name="kind"
          label={t('changes.column.kind')}
          options={[anything, ...ofKinds]}
          value={filter.kind}
        />
        <Select
          name="status"
          label={t('changes.column.status')}
          options={[anything, ...statuses]}
          value={filter.status}
        />
      </FilterBar>
      <HistoryRows overview={overview} />
      {overview.next ? (
        <p>
          <a href={link(routes.administration.href({ ...filter, after: overview.next }))}>
            {t('changes.older')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function HistoryRows({ overview }: { readonly overview: Overview }) {
  const { t, day, instant } = useReader()
  const { history, persons } = overview
  if (history.length === 0) return <EmptyState title={t('changes.none')} icon="list-checks" />
  const columns = ['what', 'kind', 'status', 'from', 'by', 'proposed', 'second'] as const
  return (
    <Worklist
      stacks
      caption={t('changes.part.history')}
      columns={columns.map((column) => ({ label: t(`changes.column.${column}`) }))}
      rows={history.map((change) => ({
        id: change.id,
        cells: [
          <ChangeLink change={change} />,
          t(`changes.kind.${change.kind}`),
          <ChangeStatusMark status={change.status} />,
          day(change.inForceFrom),
          <PersonName id={change.proposedBy} persons={persons} />,
          instant(change.proposedAt),
          change.approvedBy ? <PersonName id={change.approvedBy} persons={persons} /> : '–',
        ],
      }))}
    />
  )
}
