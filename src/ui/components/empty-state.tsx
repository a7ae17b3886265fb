import type { Content } from '../content.ts'
import { Icon, type IconName } from '../icons.tsx'

export type EmptyStateProps = {
  /** What will be here. */
  readonly title: Content
  /** How to begin. */
  readonly children?: Content | undefined
  readonly icon?: IconName | undefined
}

export function EmptyState({ title, children, icon }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon name={icon ?? 'inbox'} class="empty__icon" />
      <p class="empty__title">{title}</p>
      {children}
    </div>
  )
}
