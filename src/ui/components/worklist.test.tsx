import { expect, it } from 'vitest'
import { drawn } from '../testing/fixtures.ts'
import { FilterBar } from './filter-bar.tsx'
import { StatusMark } from './status-mark.tsx'
import { Worklist } from './worklist.tsx'

const columns = [
  { label: 'Case', sortHref: '?sort=case' },
  { label: 'Days', numeric: true, sortHref: '?sort=days', sorted: 'descending' as const },
]
const rows = [{ id: 'a', name: 'C-1', tone: 'danger' as const, cells: ['C-1', '<b>2</b>'] }]

it('says in the head how a list is sorted', () => {
  const html = drawn(<Worklist caption="Cases" columns={columns} rows={rows} />)

  expect(html).toContain('<th scope="col" class="numeric" aria-sort="descending">')
  expect(html).toContain('&lt;b>2&lt;/b>')
})

it('lets rows be chosen by name, and only where something is done in bulk', () => {
  const chosen = drawn(<Worklist caption="Cases" columns={columns} rows={rows} selectName="case" />)
  const plain = drawn(<Worklist caption="Cases" columns={columns} rows={rows} />)

  expect(chosen).toContain('name="case" value="a" aria-label="Select C-1"')
  expect(plain).not.toContain('type="checkbox"')
})

it('keeps the order of the list when filters change', () => {
  const html = drawn(
    <FilterBar action="/work" hidden={{ sort: 'due' }}>
      {null}
    </FilterBar>,
  )
  expect(html).toContain('<form class="filters" method="get" action="/work" novalidate>')
  expect(html).toContain('<input type="hidden" name="sort" value="due">')
})

it.each(['allowed', 'attention', 'danger', 'protected', 'neutral'] as const)(
  'says the status %s by icon, word and colour',
  (tone) => {
    const html = drawn(<StatusMark tone={tone}>Word</StatusMark>)

    expect(html).toContain(`status--${tone}`)
    expect(html).toContain('<svg')
    expect(html).toContain('<span>Word</span>')
  },
)
