import { routes } from '../../../../../routes.ts'
import { FilterBar, Select, useReader } from '../../../../../ui/index.ts'
import type { Complaint } from '../../../rules/complaint.ts'
import { joinings, situations } from '../../../rules/person.ts'
import type { PersonFilters } from '../../../store/group.ts'

type FiltersProps = {
  readonly complaint: Pick<Complaint, 'id'>
  readonly filters: PersonFilters
}

/** How she is, whether she takes part, and whether she left. */
export function Filters({ complaint: { id }, filters }: FiltersProps) {
  const { t, link } = useReader()
  const any = { value: '', label: t('complaints.filter.any') }
  const own = link(routes.complaintPersons.href({ id }))
  return (
    <FilterBar
      action={own}
      clearHref={filters.joins || filters.situation || filters.left ? own : undefined}
    >
      <Select
        name="situation"
        label={t('cases.column.situation')}
        value={filters.situation ?? ''}
        options={[
          any,
          ...situations.map((value) => ({ value, label: t(`cases.situation.${value}`) })),
        ]}
      />
      <Select
        name="joins"
        label={t('cases.column.joins')}
        value={filters.joins ?? ''}
        options={[any, ...joinings.map((value) => ({ value, label: t(`cases.joins.${value}`) }))]}
      />
      <Select
        name="left"
        label={t('cases.filter.left')}
        value={filters.left ? 'yes' : ''}
        options={[
          { value: '', label: t('cases.filter.in') },
          { value: 'yes', label: t('cases.filter.out') },
        ]}
      />
    </FilterBar>
  )
}

export const queryOf = ({ situation, joins, left }: PersonFilters): Record<string, string> => ({
  ...(situation ? { situation } : {}),
  ...(joins ? { joins } : {}),
  ...(left ? { left: 'yes' } : {}),
})
