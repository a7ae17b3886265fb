import type { Day } from '../../../../kernel/days.ts'
import { routes } from '../../../../routes.ts'
import {
  EmptyState,
  FilterBar,
  Input,
  LinkButton,
  OfficerLayout,
  Pagination,
  Select,
  StatusMark,
  useReader,
  WideTable,
} from '../../../../ui/index.ts'
import { assignableRoles } from '../../rules/assignment.ts'
import { isHeldOn } from '../../rules/giving-roles.ts'
import { type PeopleFilters, peopleStates } from '../../rules/people-filters.ts'
import type { AssignmentRow } from '../../store/held-roles.ts'
import type { PersonRow } from '../../store/people-list.ts'
import type { PersonRequest } from '../../store/requests.ts'
import { areasText, type Directory, officeName } from './directory.ts'
import { queryOfPeople } from './people-query.ts'
import { Waiting } from './waiting.tsx'

export type PeoplePageProps = {
  readonly filters: PeopleFilters
  readonly people: readonly PersonRow[]
  readonly roles: readonly AssignmentRow[]
  readonly directory: Directory
  readonly waiting: readonly PersonRequest[]
  readonly today: Day
  /** The sign-in name after which the next page begins. */
  readonly next: string | null
  readonly may: { readonly add: boolean; readonly export: boolean }
}

/** Who works with the platform, as what and where. */
export function PeoplePage(props: PeoplePageProps) {
  const { t, link } = useReader()
  const { filters, next, may } = props
  const query = queryOfPeople(filters)
  return (
    <OfficerLayout title={t('people.title')}>
      <h1 class="govuk-heading-l">{t('people.title')}</h1>
      <p class="govuk-body">
        {may.add ? (
          <LinkButton href={link(routes.personNew.href())}>{t('people.add')}</LinkButton>
        ) : null}{' '}
        {may.export ? (
          <LinkButton kind="secondary" href={link(routes.peopleExport.href(query))}>
            {t('people.export')}
          </LinkButton>
        ) : null}{' '}
        <LinkButton kind="secondary" href={link(routes.offices.href())}>
          {t('people.offices')}
        </LinkButton>{' '}
        <LinkButton kind="secondary" href={link(routes.accessReview.href())}>
          {t('people.review.title')}
        </LinkButton>{' '}
        <LinkButton kind="secondary" href={link(routes.delegations.href())}>
          {t('people.delegations.title')}
        </LinkButton>
      </p>
      <Waiting requests={props.waiting} directory={props.directory} />
      <Filters {...props} />
      {props.people.length > 0 ? (
        <PeopleTable {...props} />
      ) : (
        <EmptyState title={t('people.none')}>{t('people.none.text')}</EmptyState>
      )}
      <Pagination
        next={next ? { href: link(routes.people.href({ ...query, after: next })) } : undefined}
      />
    </OfficerLayout>
  )
}

function Filters({ filters, directory }: PeoplePageProps) {
  const { t, link, name } = useReader()
  const any = { value: '', label: t('people.filter.any') }
  const narrowed = Object.keys(queryOfPeople(filters)).length > 0
  return (
    <FilterBar
      action={link(routes.people.href())}
      clearHref={narrowed ? link(routes.people.href()) : undefined}
    >
      <Input
        name="text"
        type="search"
        width={20}
        label={t('people.filter.text')}
        value={filters.text}
      />
      <Select
        name="state"
        label={t('people.filter.state')}
        options={peopleStates.map((value) => ({ value, label: t(`people.state.${value}`) }))}
        value={filters.state}
      />
      <Select
        name="role"
        label={t('people.role')}
        options={[any, ...assignableRoles.map((value) => ({ value, label: t(`role.${value}`) }))]}
        value={filters.role ?? ''}
      />
      <Select
        name="office"
        label={t('people.office')}
        options={[any, ...directory.offices.map((one) => ({ value: one.id, label: name(one) }))]}
        value={filters.officeId ?? ''}
      />
      <Select
        name="area"
        label={t('people.areas')}
        options={[
          any,
          ...directory.provinces.map((one) => ({ value: one.code, label: name(one.names) })),
        ]}
        value={filters.area ?? ''}
      />
    </FilterBar>
  )
}

function PeopleTable(props: PeoplePageProps) {
  const reader = useReader()
  const { t, link, name } = reader
  const { directory, roles, today } = props
  return (
    <WideTable
      label={t('people.title')}
      firstCellIsHeader
      head={[
        t('accounts.account.name'),
        t('accounts.login.label'),
        t('people.role'),
        t('people.office'),
        t('people.areas'),
        t('people.filter.state'),
      ]}
      rows={props.people.map((person) => {
        const held = roles.filter((one) => one.personId === person.id && isHeldOn(one, today))
        const [first] = held
        return [
          <a class="govuk-link" href={link(routes.person.href({ id: person.id }))}>
            {name(person)}
          </a>,
          person.login,
          held.map(({ role }) => t(`role.${role}`)).join(', ') || '–',
          first?.agencyId
            ? t('people.areas.of-agency')
            : officeName(directory, reader, first?.officeId ?? null),
          first ? areasText(directory, reader, first) : '–',
          <PersonState person={person} hasRole={held.length > 0} />,
        ]
      })}
    />
  )
}

export function PersonState({
  person,
  hasRole,
}: {
  readonly person: PersonRow
  readonly hasRole: boolean
}) {
  const { t } = useReader()
  if (person.disabledAt) return <StatusMark tone="danger">{t('people.is.disabled')}</StatusMark>
  if (person.waiting) return <StatusMark tone="attention">{t('people.is.waiting')}</StatusMark>
  return hasRole ? (
    <StatusMark tone="allowed">{t('people.is.current')}</StatusMark>
  ) : (
    <StatusMark tone="neutral">{t('people.is.without-role')}</StatusMark>
  )
}
