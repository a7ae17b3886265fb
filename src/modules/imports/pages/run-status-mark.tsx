import { type IconName, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import type { RunStatus } from '../rules/run.ts'

const looks: Readonly<Record<RunStatus, { readonly icon: IconName; readonly tone: Tone }>> = {
  uploaded: { icon: 'clock', tone: 'neutral' },
  unreadable: { icon: 'circle-x', tone: 'danger' },
  checked: { icon: 'search', tone: 'attention' },
  confirmed: { icon: 'clock', tone: 'neutral' },
  done: { icon: 'circle-check', tone: 'allowed' },
  'out-of-date': { icon: 'triangle-alert', tone: 'attention' },
  dropped: { icon: 'circle-x', tone: 'neutral' },
}

export function RunStatusMark({ status }: { readonly status: RunStatus }) {
  const { t } = useReader()
  return <StatusMark {...looks[status]}>{t(`imports.status.${status}`)}</StatusMark>
}
