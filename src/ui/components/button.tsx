import { type Attributes, type Content, tokens } from '../content.ts'

type Look = {
  readonly children: Content
  /** Primary when absent; `warning` for what cannot be taken back. */
  readonly kind?: 'secondary' | 'warning' | 'inverse' | undefined
  readonly class?: string | undefined
  readonly id?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type ButtonProps = Look & {
  readonly type?: 'submit' | 'button' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
}

export type LinkButtonProps = Look & { readonly href: string }

/** Says what happens when it is pressed: "Record payment", never "Submit". */
export function Button(props: ButtonProps) {
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      class={buttonClass(props)}
      id={props.id}
      {...props.attributes}
    >
      {props.children}
    </button>
  )
}

/** A link to the next page that looks like a button; it stays a link to screen readers. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a href={props.href} class={buttonClass(props)} id={props.id} {...props.attributes}>
      {props.children}
    </a>
  )
}

export function ButtonGroup({ children }: { readonly children: Content }) {
  return <div class="govuk-button-group">{children}</div>
}

const buttonClass = ({ kind, class: extra }: Look) =>
  tokens('govuk-button', kind && `govuk-button--${kind}`, extra)
