import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  Button,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  OfficerLayout,
  RadiosField,
  SelectField,
  StatusMark,
  Table,
  TextField,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { Officer } from '../../accounts/index.ts'
import type { ListedTrack } from '../actions/list-tracks.ts'
import { caseworkerSexes } from '../rules/track.ts'
import type { Caseworker } from '../store/track.ts'
import { TrackMark } from './marks.tsx'

export type ProtectedPageProps = {
  readonly rows: readonly ListedTrack[]
  readonly today: Day
  readonly mayKeepTraining: boolean
}

/** The protected cases that one was given, or has to give to somebody. */
export function ProtectedPage({ rows, today, mayKeepTraining }: ProtectedPageProps) {
  const { t, link } = useReader()
  const columns = ['number', 'status', 'since', 'wants', 'caseworker', 'next']
  return (
    <OfficerLayout title={t('protection.list.title')}>
      <h1>{t('protection.list.title')}</h1>
      <p>{t('protection.list.about')}</p>
      {mayKeepTraining ? (
        <p>
          <a href={link(routes.caseworkers.href())}>{t('protection.caseworkers.title')}</a>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={t('protection.list.none')} icon="shield" />
      ) : (
        <Worklist
          stacks
          caption={t('protection.list.title')}
          columns={columns.map((column) => ({ label: t(`protection.fact.${column}`) }))}
          rows={rows.map((row) => ({
            id: row.complaintId,
            tone: isLate(row, today) ? 'danger' : undefined,
            cells: cellsOf(row, today),
          }))}
        />
      )}
    </OfficerLayout>
  )
}

const isLate = ({ nextOn }: ListedTrack, today: Day): boolean => nextOn !== null && nextOn < today

function cellsOf(row: ListedTrack, today: Day) {
  const { t, link, day, instant, name } = useReader()
  return [
    <a href={link(routes.complaintProtection.href({ id: row.complaintId }))}>{row.number}</a>,
    <TrackMark status={row.status} />,
    instant(row.since),
    t(`protection.choice.wants.${row.wants}`),
    row.caseworker ? name(row.caseworker) : t('protection.list.nobody'),
    <>
      {row.nextOn ? day(row.nextOn as Day) : '—'}{' '}
      {isLate(row, today) ? <StatusMark tone="danger">{t('protection.late')}</StatusMark> : null}
    </>,
  ]
}

export type CaseworkersPageProps = {
  readonly kept: readonly Caseworker[]
  readonly holders: readonly Officer[]
  readonly state: FormState
  readonly refusal: string | null
  readonly submission: string
}

/** Who was trained when, and whether a woman or a man. */
export function CaseworkersPage({
  kept,
  holders,
  state,
  refusal,
  submission,
}: CaseworkersPageProps) {
  const { t, link, name, day } = useReader()
  const columns = ['person', 'sex', 'trained', 'until', 'course']
  const nameOf = (id: string) => {
    const found = holders.find((one) => one.id === id)
    return found ? name(found) : '—'
  }
  return (
    <OfficerLayout
      title={t('protection.caseworkers.title')}
      hasErrors={hasErrors(state) || refusal !== null}
    >
      <FormErrors state={state} />
      {refusal ? (
        <ErrorSummary errors={[{ text: t(`protection.refusal.${refusal}`), href: '#main' }]} />
      ) : null}
      <h1>{t('protection.caseworkers.title')}</h1>
      <p>{t('protection.caseworkers.about')}</p>
      {kept.length === 0 ? (
        <EmptyState title={t('protection.caseworkers.none')} icon="users" />
      ) : (
        <Table
          head={columns.map((column) => t(`protection.caseworkers.${column}`))}
          rows={kept.map((one) => [
            nameOf(one.personId),
            t(`protection.sex.${one.sex}`),
            day(one.trainedOn as Day),
            one.trainedUntil ? day(one.trainedUntil as Day) : '—',
            one.course,
          ])}
        />
      )}
      <h2>{t('protection.caseworkers.add')}</h2>
      <Form action={link(routes.caseworkers.href())} state={state} submission={submission}>
        <SelectField
          name="person"
          label={t('protection.caseworkers.person')}
          options={holders.map((one) => ({ value: one.id, label: name(one) }))}
        />
        <RadiosField
          name="sex"
          legend={t('protection.caseworkers.sex')}
          choices={caseworkerSexes.map((value) => ({ value, label: t(`protection.sex.${value}`) }))}
          inline
        />
        <TextField name="course" label={t('protection.caseworkers.course')} />
        <DateField name="trainedOn" legend={t('protection.caseworkers.trained')} />
        <DateField name="trainedUntil" legend={t('protection.caseworkers.until')} />
        <Button>{t('protection.caseworkers.save')}</Button>
      </Form>
    </OfficerLayout>
  )
}
