import { routes } from '../../../routes.ts'
import {
  Button,
  CheckboxesField,
  DateField,
  Form,
  InsetText,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
  useReader,
  WarningText,
} from '../../../ui/index.ts'
import type { ProtectionFile } from '../actions/read-protection.ts'
import type { ProtectionStep } from '../rules/steps.ts'
import { FormFrame, type FramedForm } from './form-frame.tsx'
import { type StepField, stepFields, warningsOf } from './step-fields.ts'

export type StepPageProps = FramedForm & {
  readonly file: ProtectionFile
  readonly step: ProtectionStep
  /** The line that it is about; empty where it is about the case. */
  readonly on: string
}

/** One step, one page: what it asks, and nothing else. */
export function StepPage({ file, step, on, state, refusal, submission }: StepPageProps) {
  const { t, link } = useReader()
  const { id, number } = file.kept
  const title = t(`protection.step.${step}`)
  const back = {
    href: link(routes.complaintProtection.href({ id })),
    title: t('protection.case.title', { number }),
  }
  return (
    <FormFrame back={back} heading={title} state={state} refusal={refusal}>
      <InsetText>{t(`protection.about.${step}`)}</InsetText>
      {step === 'referral'
        ? warningsOf(file, on).map((warning) => (
            <WarningText>{t(`protection.warning.${warning}`)}</WarningText>
          ))
        : null}
      <Form
        action={link(routes.complaintProtectionStep.href({ id, step }))}
        state={state}
        submission={submission}
      >
        <input type="hidden" name="on" value={on} />
        <input type="hidden" name="version" value={versionOf(file, step, on)} />
        {stepFields[step].filter(isAsked(file, step, on)).map((field) => (
          <OneField field={field} file={file} on={on} />
        ))}
        <Button>{title}</Button>
      </Form>
    </FormFrame>
  )
}

/** As it stood on the page: whoever changed it meanwhile is not overwritten. */
function versionOf(file: ProtectionFile, step: ProtectionStep, on: string): number {
  if (step === 'referral') return file.referrals.find(({ id }) => id === on)?.version ?? 1
  if (step.startsWith('child-')) return file.children.find(({ id }) => id === on)?.version ?? 1
  return file.track?.version ?? 1
}

/** What was given before, or does not arise, is not asked again. */
function isAsked(file: ProtectionFile, step: ProtectionStep, on: string) {
  const row = step === 'referral' ? file.referrals.find(({ id }) => id === on) : undefined
  const spared = [
    ...(row && (row.isChild || row.consentHow) ? ['consent', 'consentedOn'] : []),
    ...(row && (row.warnings.length === 0 || row.warningAnswer) ? ['warned', 'warnedHow'] : []),
  ]
  return ({ name }: StepField): boolean => !spared.includes(name)
}

type OneFieldProps = {
  readonly field: StepField
  readonly file: ProtectionFile
  readonly on: string
}

function OneField({ field, file, on }: OneFieldProps) {
  const reader = useReader()
  const { name, kind } = field
  const label = reader.t(`protection.field.${name}`)
  const hint = field.hint ? reader.t(`protection.hint.${name}`) : undefined
  switch (kind) {
    case 'text':
      return <TextField name={name} label={label} hint={hint} />
    case 'words':
      return <TextareaField name={name} label={label} hint={hint} rows={4} />
    case 'day':
      return <DateField name={name} legend={label} hint={hint} />
    case 'select':
      return (
        <SelectField
          name={name}
          label={label}
          hint={hint}
          options={field.options(reader, file, on)}
        />
      )
    case 'radios':
      return (
        <RadiosField
          name={name}
          legend={label}
          hint={hint}
          choices={field.options(reader, file, on)}
        />
      )
    case 'boxes':
      return (
        <CheckboxesField
          name={name}
          legend={label}
          hint={hint}
          choices={field.options(reader, file, on)}
        />
      )
  }
}
