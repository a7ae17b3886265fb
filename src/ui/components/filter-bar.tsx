import type { Content } from '../content.ts'
import { useReader } from '../reader.ts'
import { Button } from './button.tsx'

export type FilterBarProps = {
  /** The list's own address, already through `reader.link`. */
  readonly action: string
  /** Inputs and selects with their present values. */
  readonly children: Content
  /** What the address holds besides the filters, such as the order. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
  /** Shown when a filter is set: the address without filters. */
  readonly clearHref?: string | undefined
}

/** Filters in the address: a list can be kept, sent and gone back to. */
export function FilterBar({ action, children, hidden, clearHref }: FilterBarProps) {
  const { t } = useReader()
  return (
    <search>
      <form class="filters" method="get" action={action} novalidate>
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {children}
        <div class="filters__apply">
          <Button kind="secondary">{t('ui.filter.apply')}</Button>
          {clearHref ? <a href={clearHref}>{t('ui.filter.clear')}</a> : null}
        </div>
      </form>
    </search>
  )
}
