import { type Content, type TextSize, tokens } from '../content.ts'
import { Fieldset } from './fieldset.tsx'
import { FormGroup, HintAndError } from './form-group.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** One answer to choose, or a word between two groups of answers. */
export type Choice =
  | {
      readonly value: string
      readonly label: Content
      readonly hint?: Content | undefined
      readonly id?: string | undefined
      readonly disabled?: boolean | undefined
      /** Shown below the answer: what else is asked of those who choose it. */
      readonly more?: Content | undefined
    }
  | { readonly divider: string }

type Answer = Exclude<Choice, { divider: string }>

/** What radios and checkboxes share. */
export type ChoicesProps = {
  readonly name: string
  /** Start of the ids; defaults to the name, which is then the first answer's id. */
  readonly idPrefix?: string | undefined
  readonly legend?: Content | undefined
  readonly legendSize?: TextSize | undefined
  readonly asHeading?: boolean | undefined
  readonly hint?: Content | undefined
  readonly error?: Content | undefined
  readonly describedBy?: string | undefined
  readonly choices: readonly Choice[]
  readonly small?: boolean | undefined
  readonly inline?: boolean | undefined
}

type Kind = 'radios' | 'checkboxes'
type GroupProps = ChoicesProps & { readonly kind: Kind; readonly chosen: readonly string[] }

export function ChoiceGroup(props: GroupProps) {
  const id = props.idPrefix ?? props.name
  const ids = tokens(
    props.describedBy,
    props.hint ? `${id}-hint` : null,
    props.error ? `${id}-error` : null,
  )
  const inner = (
    <>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      <Answers {...props} describedBy={props.legend ? undefined : ids} />
    </>
  )
  return (
    <FormGroup error={props.error}>
      {props.legend ? (
        <Fieldset {...legendOf(props)} describedBy={ids}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

const legendOf = ({ legend, legendSize, asHeading }: ChoicesProps) => ({
  legend,
  legendSize,
  asHeading,
})

function Answers(props: GroupProps) {
  const block = `govuk-${props.kind}`
  const name = tokens(block, props.small && `${block}--small`, props.inline && `${block}--inline`)
  return (
    <div class={name}>
      {props.choices.map((choice, index) =>
        'divider' in choice ? (
          <div class={`${block}__divider`}>{choice.divider}</div>
        ) : (
          <AnswerItem group={props} answer={choice} index={index} />
        ),
      )}
    </div>
  )
}

type ItemProps = { readonly group: GroupProps; readonly answer: Answer; readonly index: number }

function AnswerItem({ group, answer, index }: ItemProps) {
  const block = `govuk-${group.kind}`
  const id = answer.id ?? (group.idPrefix ?? group.name) + (index > 0 ? `-${index + 1}` : '')
  const checked = group.chosen.includes(answer.value)
  return (
    <>
      <div class={`${block}__item`}>
        <AnswerInput group={group} answer={answer} id={id} />
        <Label for={id} class={`${block}__label`}>
          {answer.label}
        </Label>
        {answer.hint ? (
          <Hint id={`${id}-item-hint`} class={`${block}__hint`}>
            {answer.hint}
          </Hint>
        ) : null}
      </div>
      {answer.more ? (
        <div
          class={tokens(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {answer.more}
        </div>
      ) : null}
    </>
  )
}

type InputProps = { readonly group: GroupProps; readonly answer: Answer; readonly id: string }

function AnswerInput({ group, answer, id }: InputProps) {
  const own = answer.hint ? `${id}-item-hint` : null
  return (
    <input
      class={`govuk-${group.kind}__input`}
      id={id}
      name={group.name}
      type={group.kind === 'radios' ? 'radio' : 'checkbox'}
      value={answer.value}
      checked={group.chosen.includes(answer.value)}
      disabled={answer.disabled}
      data-aria-controls={answer.more ? `conditional-${id}` : undefined}
      aria-describedby={tokens(group.kind === 'checkboxes' && group.describedBy, own)}
    />
  )
}
