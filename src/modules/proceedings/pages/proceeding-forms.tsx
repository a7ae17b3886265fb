import { currencies } from '../../../kernel/money.ts'
import { routes } from '../../../routes.ts'
import {
  Button,
  CheckboxesField,
  type Content,
  emptyForm,
  Form,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import { endings, entryKinds, proceedingKinds } from '../rules/proceeding.ts'
import type { ProceedingStep } from './carry-out.ts'

import type { CardProps, ProceedingsPageProps } from './proceedings-page.tsx'

type SheetProps = ProceedingsPageProps & {
  readonly step: ProceedingStep
  readonly target: string
  readonly children: Content
}

function Sheet({ view, sent, submission, step, target, children }: SheetProps) {
  const { t, link } = useReader()
  const isSent = sent?.step === step && sent.target === target
  const href = routes.proceedingAction.href({ id: view.kept.id, action: step })
  return (
    <details class="step" id={`${step}-${target}`} open={isSent}>
      <summary class="step__summary">{t(`proceedings.step.${step}`)}</summary>
      <Form
        action={link(href)}
        state={isSent ? sent.state : emptyForm}
        submission={`${submission}-${step}-${target}`}
      >
        {target === '' ? null : <input type="hidden" name="target" value={target} />}
        <p class="actions__hint">{t(`proceedings.hint.${step}`)}</p>
        {children}
        <Button>{t(`proceedings.do.${step}`)}</Button>
      </Form>
    </details>
  )
}

/** Ids of fields end in the form's target, since the page has several of each. */
const useFields = (step: ProceedingStep, target: string) => {
  const { t } = useReader()
  return (name: string) => ({
    ...{ name, id: `${step}-${name}-${target}`, label: t(`proceedings.field.${name}`) },
  })
}
const dated = { type: 'date' }

const useOptions = () => {
  const { t } = useReader()
  return (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`proceedings.${group}.${value}`) }))
}

export function StepForm(props: CardProps) {
  const { one } = props
  const options = useOptions()
  const field = useFields('step', one.id)
  const { t } = useReader()
  const none = [{ value: '', label: t('proceedings.field.choose') }]
  return (
    <Sheet {...props} step="step" target={one.id}>
      <input type="hidden" name="version" value={one.version} />
      <SelectField {...field('action')} options={[...none, ...options('action', one.actions)]} />
      <TextField {...field('on')} attributes={dated} width={20} />
      <TextField {...field('number')} width={20} />
      <TextField {...field('lookOn')} attributes={dated} width={20} />
      <SelectField {...field('ending')} options={[...none, ...options('ending', endings)]} />
      <TextareaField {...field('words')} rows={2} />
    </Sheet>
  )
}

export function EntryForm(props: CardProps) {
  const options = useOptions()
  const field = useFields('entry', props.one.id)
  const kinds = options(
    'entry',
    entryKinds.filter((kind) => kind !== 'award'),
  )
  return (
    <Sheet {...props} step="entry" target={props.one.id}>
      <SelectField {...field('kind')} options={kinds} />
      <TextField {...field('on')} attributes={dated} width={20} />
      <TextField {...field('time')} attributes={{ type: 'time' }} width={20} />
      <TextField {...field('until')} attributes={dated} width={20} />
      <TextareaField {...field('words')} rows={2} />
    </Sheet>
  )
}

export function AwardForm(props: CardProps) {
  const { t, name } = useReader()
  const field = useFields('award', props.one.id)
  const options = useOptions()
  const { legend, ...mode } = { ...field('mode'), legend: t('proceedings.field.mode') }
  const debtors = props.view.debtors.map(({ value, names }) => ({
    value,
    label:
      names === null ? t('proceedings.nameless') : typeof names === 'string' ? names : name(names),
  }))
  return (
    <Sheet {...props} step="award" target={props.one.id}>
      <SelectField {...field('debtor')} options={debtors} />
      <RadiosField
        name={mode.name}
        idPrefix={mode.id}
        legend={legend}
        choices={options('mode', ['same', 'pasted'])}
      />
      <TextField {...field('sum')} width={20} />
      <SelectField
        {...field('currency')}
        options={currencies.map((value) => ({ value, label: value }))}
      />
      <TextareaField {...field('pasted')} rows={3} />
      <TextField {...field('on')} attributes={dated} width={20} />
      <TextField {...field('dueOn')} attributes={dated} width={20} />
      <TextareaField {...field('basis')} rows={2} />
    </Sheet>
  )
}

export function RecordForm(props: ProceedingsPageProps) {
  const { t, name } = useReader()
  const field = useFields('record', '')
  const options = useOptions()
  const stage = field('stage')
  const persons = props.view.persons.map(({ id, position, name: who }) => ({
    ...{ value: id, label: `${position}. ${who ?? '–'}` },
  }))
  const kh = { value: 'KH', label: t('proceedings.cambodia') }
  const countries = props.countries.map(({ code, names }) => ({ value: code, label: name(names) }))
  return (
    <Sheet {...props} step="record" target="">
      <SelectField {...field('kind')} options={options('kind', proceedingKinds)} />
      <SelectField {...field('country')} options={[kh, ...countries]} />
      <TextField {...field('authority')} />
      <TextField {...field('number')} width={20} />
      <RadiosField
        name="stage"
        idPrefix={stage.id}
        legend={stage.label}
        choices={options('stage', ['to-file', 'filed'])}
      />
      <TextField {...field('fileBy')} attributes={dated} width={20} />
      <TextField {...field('filedOn')} attributes={dated} width={20} />
      <TextField {...field('lookOn')} attributes={dated} width={20} />
      {persons.length > 1 ? (
        <CheckboxesField
          name="chosen"
          idPrefix={field('chosen').id}
          legend={field('chosen').label}
          choices={persons}
        />
      ) : null}
    </Sheet>
  )
}

export function WaitForm(props: ProceedingsPageProps) {
  const field = useFields('wait', '')
  return (
    <Sheet {...props} step="wait" target="">
      <TextField {...field('reviewOn')} attributes={dated} width={20} />
      <TextareaField {...field('words')} rows={3} />
    </Sheet>
  )
}
