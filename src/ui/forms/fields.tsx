import { Checkboxes, type CheckboxesProps } from '../components/checkboxes.tsx'
import { DateInput, type DateInputProps, type DatePart } from '../components/date-input.tsx'
import { FileUpload, type FileUploadProps } from '../components/file-upload.tsx'
import { Input, type InputProps } from '../components/input.tsx'
import { Radios, type RadiosProps } from '../components/radios.tsx'
import { Select, type SelectProps } from '../components/select.tsx'
import { Textarea, type TextareaProps } from '../components/textarea.tsx'
import { useReader } from '../reader.ts'
import { allValues, oneValue, useForm } from './form-state.ts'

/** One line of text; its value and error come from the form. */
export function TextField(props: Omit<InputProps, 'value' | 'error'>) {
  return <Input {...props} value={oneValue(useForm(), props.name)} error={useError(props.name)} />
}

/** Several lines of text. */
export function TextareaField(props: Omit<TextareaProps, 'value' | 'error'>) {
  return (
    <Textarea {...props} value={oneValue(useForm(), props.name)} error={useError(props.name)} />
  )
}

/** Nothing that was chosen can be kept: a browser fills no field for files. */
export function FileField(props: Omit<FileUploadProps, 'error'>) {
  return <FileUpload {...props} error={useError(props.name)} />
}

export function SelectField(props: Omit<SelectProps, 'value' | 'error'>) {
  return <Select {...props} value={oneValue(useForm(), props.name)} error={useError(props.name)} />
}

export function RadiosField(props: Omit<RadiosProps, 'value' | 'error'>) {
  return <Radios {...props} value={oneValue(useForm(), props.name)} error={useError(props.name)} />
}

export function CheckboxesField(props: Omit<CheckboxesProps, 'values' | 'error'>) {
  const values = allValues(useForm(), props.name)
  return <Checkboxes {...props} values={values} error={useError(props.name)} />
}

export type DateFieldProps = Omit<
  DateInputProps,
  'id' | 'namePrefix' | 'values' | 'error' | 'wrong'
> & {
  readonly name: string
}

/**
 * A day in three fields, `<name>-day`, `<name>-month`, `<name>-year`. An error under `<name>`
 * marks all three, an error under one of their names that one.
 */
export function DateField({ name, ...props }: DateFieldProps) {
  const form = useForm()
  const parts = props.parts ?? (['day', 'month', 'year'] as const)
  const wrong = parts.filter((part) => form.errors[`${name}-${part}`])
  const typed = (part: DatePart) => oneValue(form, `${name}-${part}`)
  return (
    <DateInput
      {...props}
      id={name}
      namePrefix={name}
      values={{ day: typed('day'), month: typed('month'), year: typed('year') }}
      error={useError(name, ...wrong.map((part) => `${name}-${part}`))}
      wrong={wrong.length > 0 ? wrong : undefined}
    />
  )
}

function useError(...names: readonly string[]): string | undefined {
  const { t } = useReader()
  const { errors } = useForm()
  const error = names.map((name) => errors[name]).find(Boolean)
  return error && t(error.key, error.values)
}
