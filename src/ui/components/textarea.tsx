import { type Attributes, tokens } from '../content.ts'
import { ControlGroup, type ControlProps, describedByOf } from './form-group.tsx'

export type TextareaProps = ControlProps & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly attributes?: Attributes | undefined
}

export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name
  return (
    <ControlGroup {...props}>
      <textarea
        class={tokens('govuk-textarea', props.error && 'govuk-textarea--error', props.class)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        aria-describedby={describedByOf({ ...props, id })}
        {...props.attributes}
      >
        {keptWhole(props.value ?? '')}
      </textarea>
    </ControlGroup>
  )
}

/** A browser drops the first line break inside a textarea, so one more goes before it. */
const keptWhole = (text: string) => (/^\r?\n/.test(text) ? `\n${text}` : text)
