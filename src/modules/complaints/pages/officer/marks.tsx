import type { Reader } from '../../../../kernel/reader.ts'
import { Icon, type IconName, StatusMark, type Tone, useReader } from '../../../../ui/index.ts'
import type { ComplaintStatus, Openness } from '../../rules/complaint.ts'
import { type DueStanding, isLate, isSoon } from '../../rules/due.ts'

type Look = { readonly tone: Tone; readonly icon: IconName }

const looks: Readonly<Record<ComplaintStatus, Look>> = {
  received: { tone: 'attention', icon: 'inbox' },
  registered: { tone: 'neutral', icon: 'clipboard-list' },
  'agency-asked': { tone: 'neutral', icon: 'send' },
  'agency-answered': { tone: 'attention', icon: 'message-square' },
  'in-conciliation': { tone: 'neutral', icon: 'users' },
  'not-settled': { tone: 'attention', icon: 'circle-x' },
  performance: { tone: 'neutral', icon: 'banknote' },
  'waiting-elsewhere': { tone: 'neutral', icon: 'building' },
  'closure-proposed': { tone: 'neutral', icon: 'handshake' },
  'withdrawal-asked': { tone: 'attention', icon: 'undo-2' },
  closed: { tone: 'allowed', icon: 'circle-check' },
  withdrawn: { tone: 'neutral', icon: 'circle-x' },
  'kept-as-warning': { tone: 'neutral', icon: 'flag' },
  merged: { tone: 'neutral', icon: 'clipboard-check' },
}

export function ComplaintStatusMark({ status }: { readonly status: ComplaintStatus }) {
  const { t } = useReader()
  return StatusMark({ ...looks[status], children: t(`complaints.status.${status}`) })
}

/** Confidential and anonymous are marked; a name in the open needs no mark. */
export function OpennessMark({ openness }: { readonly openness: Openness }) {
  const { t } = useReader()
  const word = t(`complaints.openness.${openness}`)
  if (openness === 'named') return <span>{word}</span>
  return (
    <StatusMark tone="protected" icon="shield">
      {word}
    </StatusMark>
  )
}

/** The same in a dense list: icon and word without a frame. */
export function OpennessWord({ openness }: { readonly openness: Openness }) {
  const { t } = useReader()
  const word = t(`complaints.openness.${openness}`)
  if (openness === 'named') return <span class="muted">{word}</span>
  return (
    <span class="protected-word">
      {Icon({ name: 'shield' })}
      <span>{word}</span>
    </span>
  )
}

/** "3 days late", "due today", "6 days left". */
export function dueText({ t }: Reader, standing: DueStanding): string {
  switch (standing.kind) {
    case 'late':
      return t('complaints.due.late', { days: standing.days })
    case 'late-today':
      return t('complaints.due.late-today')
    case 'today':
      return t('complaints.due.today')
    case 'left':
      return t('complaints.due.left', { days: standing.days })
  }
}

export const dueTone = (standing: DueStanding): Tone =>
  isLate(standing) ? 'danger' : isSoon(standing) ? 'attention' : 'neutral'
