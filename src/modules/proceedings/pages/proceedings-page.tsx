import { currencies } from '../../../kernel/money.ts'
import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  CheckboxesField,
  type Content,
  ErrorSummary,
  emptyForm,
  type Fact,
  Form,
  type FormState,
  KeyValue,
  OfficerLayout,
  RadiosField,
  SelectField,
  StatusMark,
  TextareaField,
  TextField,
  type Tone,
  useReader,
} from '../../../ui/index.ts'
import type { Names } from '../../places/index.ts'
import type { CaseProceedings, ShownProceeding } from '../actions/read-proceedings.ts'
import { endings, entryKinds, proceedingKinds, type Urgency } from '../rules/proceeding.ts'
import type { ProceedingStep } from './carry-out.ts'

export type SentStep = {
  readonly step: ProceedingStep
  readonly target: string
  readonly state: FormState
  readonly refusal: string | null
}
export type ProceedingsPageProps = {
  readonly view: CaseProceedings
  readonly countries: readonly { readonly code: string; readonly names: Names }[]
  readonly sent: SentStep | null
  readonly submission: string
  readonly done: boolean
}

const tones: Readonly<Record<Urgency, Tone>> = {
  missed: 'danger',
  near: 'attention',
  ahead: 'neutral',
}

/** The next day of a proceeding, with how close it is. */
export function LookMark({ lookOn, urgency }: Pick<ShownProceeding, 'lookOn' | 'urgency'>) {
  const { t, day } = useReader()
  if (!lookOn || !urgency) return null
  return (
    <StatusMark tone={tones[urgency]}>
      {t(`proceedings.urgency.${urgency}`, { day: day(lookOn) })}
    </StatusMark>
  )
}

/** What others do in this case, and what came of it. */
export function ProceedingsPage(props: ProceedingsPageProps) {
  const { t, link } = useReader()
  const { view, sent } = props
  const { id, number } = view.kept
  return (
    <OfficerLayout
      title={t('proceedings.title', { number })}
      hasErrors={sent !== null}
      before={
        <BackLink href={link(routes.complaint.href({ id }))}>{t('proceedings.back')}</BackLink>
      }
    >
      <Refused sent={sent} />
      {props.done ? (
        <p class="notice" role="status">
          {t('proceedings.done')}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{t('proceedings.title', { number })}</h1>
      </div>
      <p class="small">{t('proceedings.rule')}</p>
      {view.proceedings.length === 0 ? <p class="muted">{t('proceedings.none')}</p> : null}
      {view.proceedings.map((one) => (
        <Card {...props} one={one} />
      ))}
      <RecordForm {...props} />
      <WaitForm {...props} />
    </OfficerLayout>
  )
}

function Refused({ sent }: Pick<ProceedingsPageProps, 'sent'>) {
  const { t } = useReader()
  if (!sent) return null
  const id = `${sent.step}-${sent.target}`
  const errors = Object.values(sent.state.errors).map(({ key, values }) => ({
    ...{ text: t(key, values), href: `#${id}` },
  }))
  const code = sent.refusal ? [{ text: t(`refusal.${sent.refusal}`), href: `#${id}` }] : []
  return <ErrorSummary errors={[...code, ...errors]} />
}

type CardProps = ProceedingsPageProps & { readonly one: ShownProceeding }

function Card(props: CardProps) {
  const { t, name } = useReader()
  const { one, countries } = props
  const country = countries.find(({ code }) => code === one.country)
  return (
    <article class="case-part" id={one.id}>
      <h2>
        {t(`proceedings.kind.${one.kind}`)} · {country ? name(country.names) : one.country}{' '}
        <StatusMark tone={one.stage === 'ended' ? 'allowed' : 'neutral'}>
          {t(`proceedings.stage.${one.stage}`)}
        </StatusMark>{' '}
        <LookMark {...one} />
      </h2>
      <KeyValue facts={useFacts(props)} />
      <Entries one={one} />
      {one.actions.length > 0 ? <StepForm {...props} /> : null}
      {one.stage === 'ended' ? null : <EntryForm {...props} />}
      {one.stage === 'to-file' ? null : <AwardForm {...props} />}
    </article>
  )
}

function useFacts({ one, view }: CardProps): Fact[] {
  const { t, day, name } = useReader()
  const owner = view.people.get(one.ownerId)
  const fact = (key: string, value: string | null): Fact[] =>
    value === null ? [] : [{ key: t(`proceedings.fact.${key}`), value }]
  const covered =
    one.covered.length === view.persons.length
      ? t('proceedings.everybody')
      : view.persons
          .filter(({ id }) => one.covered.includes(id))
          .map(({ position, name: who }) => `${position}. ${who ?? '–'}`)
          .join(', ')
  return [
    ...fact('authority', one.authority),
    ...fact('number', one.number),
    ...fact('owner', owner ? name(owner) : '–'),
    ...fact('covers', covered),
    ...fact('file-by', one.fileBy && day(one.fileBy)),
    ...fact('filed-on', one.filedOn && day(one.filedOn)),
    ...fact('ended', one.endedHow && t(`proceedings.ending.${one.endedHow}`)),
  ]
}

function Entries({ one }: { readonly one: ShownProceeding }) {
  const { t, day } = useReader()
  if (one.entries.length === 0) return null
  return (
    <ul class="plain">
      {one.entries.map(({ kind, onDay, atTime, until, words }) => (
        <li>
          <strong>{t(`proceedings.entry.${kind}`)}</strong> · {day(onDay)} {atTime ?? ''}
          {until ? ` · ${t('proceedings.until', { day: day(until) })}` : ''}
          {words ? ` · ${words}` : ''}
        </li>
      ))}
    </ul>
  )
}

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

function StepForm(props: CardProps) {
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

function EntryForm(props: CardProps) {
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

function AwardForm(props: CardProps) {
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

function RecordForm(props: ProceedingsPageProps) {
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

function WaitForm(props: ProceedingsPageProps) {
  const field = useFields('wait', '')
  return (
    <Sheet {...props} step="wait" target="">
      <TextField {...field('reviewOn')} attributes={dated} width={20} />
      <TextareaField {...field('words')} rows={3} />
    </Sheet>
  )
}
