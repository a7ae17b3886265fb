import { routes } from '../../../routes.ts'
import { type IconName, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import { namedAtMost, type PersonBook } from '../actions/read-changes.ts'
import type { Change } from '../rules/change.ts'
import type { ChangeStatus } from '../rules/lifecycle.ts'

const looks: Readonly<Record<ChangeStatus, { readonly tone: Tone; readonly icon: IconName }>> = {
  proposed: { tone: 'attention', icon: 'clock' },
  approved: { tone: 'allowed', icon: 'calendar-clock' },
  'in-force': { tone: 'allowed', icon: 'circle-check' },
  superseded: { tone: 'neutral', icon: 'circle-dot' },
  refused: { tone: 'danger', icon: 'circle-x' },
  withdrawn: { tone: 'neutral', icon: 'circle-pause' },
}

/** Where a change stands: icon, word and colour. */
export function ChangeStatusMark({ status }: { readonly status: ChangeStatus }) {
  const { t } = useReader()
  return <StatusMark {...looks[status]}>{t(`changes.status.${status}`)}</StatusMark>
}

type NameProps = { readonly id: string | null; readonly persons: PersonBook }

export function PersonName({ id, persons }: NameProps) {
  const { t, name } = useReader()
  if (id === null) return <>{t('changes.by-the-platform')}</>
  const names = persons.get(id)
  return <>{names ? name(names) : t('changes.somebody')}</>
}

type WaitsForProps = {
  readonly waitsFor: readonly string[]
  readonly fromPool: boolean
  readonly persons: PersonBook
}

/** Who could be the second person; that nobody can is said loudly. */
export function WaitsFor({ waitsFor, fromPool, persons }: WaitsForProps) {
  const { t, name, list } = useReader()
  const known = waitsFor.slice(0, namedAtMost).flatMap((id) => persons.get(id) ?? [])
  if (known.length === 0)
    return <StatusMark tone="danger">{t('changes.waits.for-nobody')}</StatusMark>
  const names = known.map((each) => name(each))
  const more = waitsFor.length - known.length
  if (more > 0) return <>{t('changes.waits.more', { names: names.join(', '), count: more })}</>
  return <>{fromPool ? t('changes.waits.pool', { names: list(names) }) : list(names)}</>
}

export function ChangeLink({ change }: { readonly change: Change }) {
  const { name, link } = useReader()
  return <a href={link(routes.change.href({ id: change.id }))}>{name(change.names)}</a>
}
