import { routes } from '../../../routes.ts'
import {
  Button,
  Checkboxes,
  type Content,
  emptyForm,
  Form,
  type FormState,
  Input,
  Radios,
  Select,
  Textarea,
  useReader,
} from '../../../ui/index.ts'
import type { SentStep as SentCaseStep } from '../../compensation/index.ts'
import type { ConciliationStep } from './carry-out.ts'

/** A form of this page that was sent and refused. */
export type SentStep = SentCaseStep<ConciliationStep>

/** Which form a field belongs to, what was typed there, and what is wrong. */
export type Sheet = {
  readonly step: ConciliationStep
  readonly target: string
  readonly state: FormState
}

export const sheetOf = (step: ConciliationStep, target: string, sent: SentStep | null): Sheet => ({
  ...{ step, target },
  state: sent?.step === step && sent.target === target ? sent.state : emptyForm,
})

export const fieldId = (step: string, name: string): string => `${step}-${name}`

type StepFormProps = {
  readonly complaintId: string
  readonly sheet: Sheet
  readonly sent: SentStep | null
  readonly submission: string
  readonly version?: number
  readonly children?: Content
}

/** One step, folded until somebody takes it. */
export function StepForm({
  complaintId,
  sheet,
  sent,
  submission,
  version,
  children,
}: StepFormProps) {
  const { t, link } = useReader()
  const { step, target } = sheet
  const isOpen = sent?.step === step && sent.target === target
  const href = routes.conciliationAction.href({ id: complaintId, action: step })
  return (
    <details class="step" id={step} open={isOpen}>
      <summary class="step__summary">{t(`conciliation.step.${step}`)}</summary>
      <Form action={link(href)} state={sheet.state} submission={`${submission}-${step}-${target}`}>
        {target === '' ? null : <input type="hidden" name="target" value={target} />}
        {version === undefined ? null : <input type="hidden" name="version" value={version} />}
        <p class="actions__hint">{t(`conciliation.hint.${step}`)}</p>
        {children}
        <Button>{t(`conciliation.do.${step}`)}</Button>
      </Form>
    </details>
  )
}

type FieldProps = { readonly sheet: Sheet; readonly name: string }

/** Label and hint stand in the messages under the field's name. */
function useField({ sheet, name }: FieldProps) {
  const { t } = useReader()
  const error = sheet.state.errors[name]
  return {
    ...{ id: fieldId(sheet.step, name), name },
    label: t(`conciliation.field.${name}`),
    value: [sheet.state.values[name] ?? ''].flat()[0] ?? '',
    error: error && t(error.key, error.values),
  }
}

export function Line(
  props: FieldProps & { type?: string; hint?: string | undefined; first?: string },
) {
  const field = useField(props)
  const value = field.value === '' ? (props.first ?? '') : field.value
  const attributes = { ...(props.type ? { type: props.type } : {}), autocomplete: 'off' }
  return <Input {...field} value={value} hint={props.hint} attributes={attributes} width={20} />
}

export function Lines(props: FieldProps & { rows?: number; hint?: string }) {
  return (
    <Textarea
      {...useField(props)}
      hint={props.hint}
      rows={props.rows ?? 3}
      attributes={{ autocomplete: 'off' }}
    />
  )
}

export type Options = readonly { readonly value: string; readonly label: string }[]

export function Choose(props: FieldProps & { options: Options; first?: string; hint?: string }) {
  const { t } = useReader()
  const field = useField(props)
  const value = field.value === '' ? (props.first ?? '') : field.value
  const none = { value: '', label: t('conciliation.field.choose') }
  return <Select {...field} value={value} hint={props.hint} options={[none, ...props.options]} />
}

export function OneOf(props: FieldProps & { options: Options; first?: string }) {
  const { id, label, ...field } = useField(props)
  const value = field.value === '' ? (props.first ?? '') : field.value
  return (
    <Radios {...field} value={value} idPrefix={id} legend={label} choices={[...props.options]} />
  )
}

export function AnyOf(props: FieldProps & { options: Options }) {
  const { id, label, value: _, ...field } = useField(props)
  const values = [props.sheet.state.values[props.name] ?? []].flat()
  return (
    <Checkboxes
      {...field}
      values={values}
      idPrefix={id}
      legend={label}
      choices={[...props.options]}
    />
  )
}

export function Language({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useReader()
  const options = (['km', 'en'] as const).map((value) => ({
    value,
    label: t(`conciliation.language.${value}`),
  }))
  return <Choose sheet={sheet} name="language" options={options} first="km" />
}
