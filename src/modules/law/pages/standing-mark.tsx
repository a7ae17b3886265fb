import { type IconName, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import type { Standing } from '../rules/rule.ts'

/** How sure a value is: icon, word and colour. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  const { t } = useReader()
  return <StatusMark {...marks[standing]}>{t(`law.standing.${standing}`)}</StatusMark>
}

const marks: Readonly<Record<Standing, { readonly tone: Tone; readonly icon: IconName }>> = {
  verified: { tone: 'allowed', icon: 'circle-check' },
  reported: { tone: 'neutral', icon: 'file-text' },
  assumed: { tone: 'attention', icon: 'pencil' },
  unknown: { tone: 'neutral', icon: 'circle-question-mark' },
}
