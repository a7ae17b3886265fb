import { type IconName, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import type { LetterStatus } from '../rules/letter.ts'

const looks: Readonly<Record<LetterStatus, { tone: Tone; icon: IconName }>> = {
  received: { tone: 'neutral', icon: 'inbox' },
  drafted: { tone: 'neutral', icon: 'pencil' },
  climbing: { tone: 'attention', icon: 'arrow-up' },
  signed: { tone: 'allowed', icon: 'stamp' },
  sent: { tone: 'allowed', icon: 'send' },
  withdrawn: { tone: 'danger', icon: 'ban' },
}

export function LetterStatusMark({ status }: { readonly status: LetterStatus }) {
  const { t } = useReader()
  return (
    <StatusMark tone={looks[status].tone} icon={looks[status].icon}>
      {t(`letters.status.${status}`)}
    </StatusMark>
  )
}
