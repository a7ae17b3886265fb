import { type IconName, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import type { Letter, LetterStatus } from '../rules/letter.ts'

const looks: Readonly<Record<LetterStatus, { tone: Tone; icon: IconName }>> = {
  received: { tone: 'neutral', icon: 'inbox' },
  drafted: { tone: 'neutral', icon: 'pencil' },
  climbing: { tone: 'attention', icon: 'arrow-up' },
  signed: { tone: 'allowed', icon: 'stamp' },
  sent: { tone: 'allowed', icon: 'send' },
  withdrawn: { tone: 'danger', icon: 'ban' },
  filed: { tone: 'neutral', icon: 'file-text' },
}

export function LetterStatusMark({ status }: { readonly status: LetterStatus }) {
  const { t } = useReader()
  return (
    <StatusMark tone={looks[status].tone} icon={looks[status].icon}>
      {t(`letters.status.${status}`)}
    </StatusMark>
  )
}

/** Of a letter of the old register: its direction, and whether anybody has compared it. */
export function OldMark({ letter }: { readonly letter: Letter }) {
  const { t } = useReader()
  const isCompared = letter.comparedAt !== null
  return (
    <>
      {t(`letters.direction-one.${letter.direction}`)}{' '}
      <StatusMark tone={isCompared ? 'allowed' : 'attention'}>
        {t(isCompared ? 'letters.old.mark.compared' : 'letters.old.mark.unverified')}
      </StatusMark>
    </>
  )
}
