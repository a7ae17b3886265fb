import { routes } from '../../../../routes.ts'
import { useReader } from '../../../../ui/index.ts'
import {
  countLimit,
  isStage,
  type WorklistFilters,
  type WorklistState,
  worklistStages,
  worklistStates,
} from '../../rules/worklist.ts'
import type { CountedState, WorklistCounts } from '../../store/worklist-counts.ts'
import { queryOf } from './worklist-query.ts'

export type StateTabsProps = {
  readonly filters: WorklistFilters
  readonly counts: WorklistCounts
}

const ways = worklistStates.filter((state) => !isStage(state))

/** How much waits, before anything else; each number leads to its list. Below, how cases stand. */
export function StateTabs({ filters, counts }: StateTabsProps) {
  const { t } = useReader()
  return (
    <nav class="state-tabs" aria-label={t('complaints.state.label')}>
      {[ways, worklistStages].map((states) => (
        <ul>
          {states.map((state) => (
            <Tab state={state} filters={filters} counts={counts} />
          ))}
        </ul>
      ))}
    </nav>
  )
}

function Tab({ state, filters, counts }: StateTabsProps & { readonly state: WorklistState }) {
  const { t, link } = useReader()
  const count = isCounted(state, counts) ? counts[state] : null
  const isHere = filters.state === state && filters.number === null
  const isAlarm = state === 'late' && count !== null && count > 0
  return (
    <li>
      <a
        class={isAlarm ? 'state-tab state-tab--alarm' : 'state-tab'}
        href={link(
          routes.complaints.href(queryOf({ ...filters, state, status: null, number: null })),
        )}
        aria-current={isHere ? 'page' : undefined}
      >
        <span>{t(`complaints.state.${state}`)}</span>
        {count === null ? null : <strong class="state-tab__count">{useCount(count)}</strong>}
      </a>
    </li>
  )
}

/** Exact to the limit, then "1,000+". */
function useCount(count: number): string {
  const { number } = useReader()
  return count > countLimit ? `${number(countLimit)}+` : number(count)
}

const isCounted = (state: WorklistState, counts: WorklistCounts): state is CountedState =>
  state in counts
