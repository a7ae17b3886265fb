import type { Content } from '../content.ts'
import { Icon, type IconName } from '../icons.tsx'
import { Button, LinkButton } from './button.tsx'

/** What may be done now: a link to the action's page, or a button of the form around the list. */
export type OfferedAction = {
  /** Says what happens: "Ask the agency". */
  readonly label: Content
  readonly icon?: IconName | undefined
  readonly kind?: 'secondary' | 'warning' | undefined
  /** Said below the button: what follows from it. */
  readonly hint?: Content | undefined
} & ({ readonly href: string } | { readonly value: string })

export type ActionListProps = {
  readonly title: Content
  readonly actions: readonly OfferedAction[]
  /** Field name of the buttons; `action` when absent. */
  readonly name?: string | undefined
}

/** The actions that the lifecycle offers here, and only those. */
export function ActionList({ title, actions, name }: ActionListProps) {
  return (
    <section class="actions">
      <h2 class="actions__title">{title}</h2>
      <ul class="actions__list">
        {actions.map((action) => (
          <li>
            <ActionButton action={action} name={name ?? 'action'} />
            {action.hint ? <p class="actions__hint">{action.hint}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

type ActionButtonProps = { readonly action: OfferedAction; readonly name: string }

function ActionButton({ action, name }: ActionButtonProps) {
  const inner = (
    <>
      {action.icon ? <Icon name={action.icon} /> : null}
      <span>{action.label}</span>
    </>
  )
  return 'href' in action ? (
    <LinkButton href={action.href} kind={action.kind}>
      {inner}
    </LinkButton>
  ) : (
    <Button name={name} value={action.value} kind={action.kind}>
      {inner}
    </Button>
  )
}
