import { keepDrawnFor } from '../../../../html/html.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import { FilterBar, Input, type Option, Select, useReader } from '../../../../ui/index.ts'
import { complaintStatuses, ministryArea, opennesses } from '../../rules/complaint.ts'
import { isOpen } from '../../rules/lifecycle.ts'
import { everyOpenCase, type WorklistFilters, worklistAges } from '../../rules/worklist.ts'
import { areaName, type CodeBook } from './names.ts'
import { isNarrowed, queryOf } from './worklist-query.ts'

export type FiltersProps = {
  readonly filters: WorklistFilters
  readonly codes: CodeBook
  readonly areas: readonly string[] | null
}

/**
 * Where nothing is chosen, the same for everybody with these areas: its hundred options are drawn
 * once for as long as the codes hold.
 */
export function WorklistFilterBar(props: FiltersProps) {
  const { lang } = useReader()
  const { filters, codes, areas } = props
  if (isNarrowed(filters)) return <Bar {...props} />
  const key = `${lang} ${filters.state} ${filters.sort} ${areas ?? 'all'}`
  return keep(codes, key, () => <Bar {...props} />)
}

const keep = keepDrawnFor(500)

function Bar({ filters, codes, areas }: FiltersProps) {
  const reader = useReader()
  const { t, link } = reader
  const { state, sort, agencyId } = filters
  const kept = queryOf({ ...everyOpenCase, state, sort, agencyId }) as Record<string, string>
  const cleared = routes.complaints.href(queryOf({ ...everyOpenCase, state, sort }))
  return (
    <FilterBar
      action={link(routes.complaints.href())}
      hidden={kept}
      clearHref={isNarrowed(filters) ? link(cleared) : undefined}
    >
      <Input
        name="number"
        type="search"
        width={10}
        label={t('complaints.filter.number')}
        value={filters.number ?? ''}
        attributes={{ maxlength: 30, inputmode: 'numeric' }}
      />
      <Select
        name="status"
        label={t('complaints.filter.status')}
        options={[any(reader), ...statusOptions(reader, state)]}
        value={filters.status ?? ''}
      />
      {areas?.length === 1 ? null : (
        <Select
          name="area"
          label={t('complaints.filter.area')}
          options={[any(reader), ...areaOptions(reader, codes, areas)]}
          value={filters.area ?? ''}
        />
      )}
      <Select
        name="category"
        label={t('complaints.filter.category')}
        options={[any(reader), ...categoryOptions(reader, codes)]}
        value={filters.category ?? ''}
        class="filter-wide"
      />
      <Select
        name="openness"
        label={t('complaints.filter.openness')}
        options={[
          any(reader),
          ...opennesses.map((value) => ({ value, label: t(`complaints.openness.${value}`) })),
        ]}
        value={filters.openness ?? ''}
      />
      <Select
        name="age"
        label={t('complaints.filter.age')}
        options={[
          any(reader),
          ...worklistAges.map((value) => ({ value, label: t(`complaints.age.${value}`) })),
        ]}
        value={filters.age ?? ''}
      />
    </FilterBar>
  )
}

const any = ({ t }: Reader): Option => ({ value: '', label: t('complaints.filter.any') })

const statusOptions = ({ t }: Reader, state: WorklistFilters['state']): Option[] =>
  complaintStatuses
    .filter((status) => isOpen(status) === (state !== 'finished'))
    .map((value) => ({ value, label: t(`complaints.status.${value}`) }))

const areaOptions = (reader: Reader, codes: CodeBook, areas: readonly string[] | null): Option[] =>
  (areas ?? [ministryArea, ...codes.provinces.keys()]).map((value) => ({
    value,
    label: areaName(reader, codes, value),
  }))

const categoryOptions = ({ name }: Reader, { categories }: CodeBook): Option[] =>
  [...categories].map(([value, names]) => ({ value, label: name(names) }))
