import { type Content, type Tone, tokens } from '../content.ts'
import { Icon, type IconName } from '../icons.tsx'

export type StatusMarkProps = {
  readonly tone: Tone
  /** The word: never left out. */
  readonly children: Content
  /** The tone's own icon when absent. */
  readonly icon?: IconName | undefined
  readonly class?: string | undefined
}

export const toneIcons: Readonly<Record<Tone, IconName>> = {
  allowed: 'circle-check',
  attention: 'triangle-alert',
  danger: 'ban',
  protected: 'shield',
  neutral: 'circle-dot',
}

/** A status: icon, word and colour together; reads well in grey print. */
export function StatusMark({ tone, children, icon, class: extra }: StatusMarkProps) {
  return (
    <span class={tokens('status', `status--${tone}`, extra)}>
      {Icon({ name: icon ?? toneIcons[tone] })}
      <span>{children}</span>
    </span>
  )
}
