import { routes } from '../../../routes.ts'
import { Button, Icon, Input, Select, useReader } from '../../../ui/index.ts'
import type { Destination } from '../../places/index.ts'
import { longestQuestion } from '../actions/look-up.ts'

export type SearchFormProps = {
  readonly destinations: readonly Destination[]
  readonly q?: string | undefined
  readonly destination?: string | null | undefined
}

/** One question, sent with GET: the answer has an address of its own. */
export function SearchForm({ destinations, q, destination }: SearchFormProps) {
  const { t, name, link } = useReader()
  const countries = destinations.map(({ code, names }) => ({ value: code, label: name(names) }))
  return (
    <search>
      <form method="get" action={link(routes.agencySearch.href())}>
        <Input
          name="q"
          type="search"
          label={t('licences.search.q')}
          hint={t('licences.search.q-hint')}
          value={q}
          attributes={{
            maxlength: longestQuestion,
            autocomplete: 'off',
            autocapitalize: 'off',
            spellcheck: 'false',
          }}
        />
        <Select
          name="destination"
          label={t('licences.search.destination')}
          options={[{ value: '', label: t('licences.search.any-country') }, ...countries]}
          value={destination ?? ''}
        />
        <Button>
          <Icon name="search" /> {t('licences.search.look')}
        </Button>
      </form>
    </search>
  )
}
