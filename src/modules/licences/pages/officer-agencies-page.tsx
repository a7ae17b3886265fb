import { routes } from '../../../routes.ts'
import {
  EmptyState,
  FilterBar,
  Input,
  OfficerLayout,
  StatusMark,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { OfficerList } from '../actions/list-for-officer.ts'
import type { Found } from '../actions/look-up.ts'
import { answerLooks } from './answer-words.ts'

export type OfficerAgenciesPageProps = {
  readonly list: OfficerList
  readonly asked: string
}

/** The register as officers use it: dense, searchable, each record one key away. */
export function OfficerAgenciesPage({ list, asked }: OfficerAgenciesPageProps) {
  const { t, link } = useReader()
  const address = link(routes.officerAgencies.href())
  const columns = ['name', 'licence', 'state'].map((column) => ({
    label: t(`licences.list.${column}`),
  }))
  return (
    <OfficerLayout title={t('licences.list.title')}>
      <h1>{t('licences.list.title')}</h1>
      <FilterBar action={address} clearHref={asked === '' ? undefined : address}>
        <Input name="q" type="search" label={t('licences.search.q')} value={asked} />
      </FilterBar>
      {list.rows.length === 0 ? (
        <EmptyState title={t('licences.list.empty')} icon="building" />
      ) : (
        <Worklist
          caption={t('licences.list.title')}
          columns={columns}
          stacks
          rows={list.rows.map((found) => ({
            id: found.agency.id,
            cells: [<AgencyLink found={found} />, found.number ?? '', <State found={found} />],
          }))}
        />
      )}
      {list.next ? (
        <p>
          <a href={link(routes.officerAgencies.href({ after: list.next }))}>
            {t('licences.list.next')}
          </a>
        </p>
      ) : null}
    </OfficerLayout>
  )
}

function AgencyLink({ found }: { readonly found: Found }) {
  const { name, link } = useReader()
  const { id, names } = found.agency
  return <a href={link(routes.officerAgency.href({ id }))}>{name(names)}</a>
}

function State({ found }: { readonly found: Found }) {
  const { t } = useReader()
  const { kind } = found.answer
  return <StatusMark {...answerLooks[kind]}>{t(`licences.state.${kind}`)}</StatusMark>
}
