import { routes } from '../../../routes.ts'
import {
  BackLink,
  ErrorSummary,
  type Fact,
  KeyValue,
  OfficerLayout,
  StatusMark,
  type Tone,
  useReader,
} from '../../../ui/index.ts'
import type { SentStep as SentCaseStep } from '../../compensation/index.ts'
import type { Names } from '../../places/index.ts'
import type { CaseProceedings, ShownProceeding } from '../actions/read-proceedings.ts'
import type { Urgency } from '../rules/proceeding.ts'
import type { ProceedingStep } from './carry-out.ts'

import { AwardForm, EntryForm, RecordForm, StepForm, WaitForm } from './proceeding-forms.tsx'

/** A form of this page that was sent and refused. */
export type SentStep = SentCaseStep<ProceedingStep>
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

export type CardProps = ProceedingsPageProps & { readonly one: ShownProceeding }

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
