import { dayOf } from '../../../../kernel/days.ts'
import { routes } from '../../../../routes.ts'
import {
  EmptyState,
  OfficerLayout,
  Pagination,
  useReader,
  Worklist,
  type WorklistRow,
} from '../../../../ui/index.ts'
import type { Inquiry } from '../../actions/inquiry-words.ts'
import type { Category } from '../../rules/category.ts'
import { dueStanding, isLate } from '../../rules/due.ts'
import { inquiryReference } from '../../rules/inquiry-reference.ts'
import type { InquiryStatus } from '../../store/inquiry.ts'
import { dueText, dueTone } from '../officer/marks.tsx'
import { categoryNames, monthOf } from './words.ts'

export const inquiryStates = ['asked', 'answered', 'withdrawn'] as const satisfies InquiryStatus[]

export type InquiriesPageProps = {
  readonly state: InquiryStatus
  readonly rows: readonly Inquiry[]
  readonly next: string | null
  readonly categories: readonly Category[]
  readonly answered: boolean
  readonly now: Date
}

/** What the ministry asks this agency: the nearest date first. */
export function InquiriesPage(props: InquiriesPageProps) {
  const { t, link } = useReader()
  const { state, rows, next } = props
  return (
    <OfficerLayout title={t('inquiries.title')}>
      <h1>{t('inquiries.title')}</h1>
      {props.answered ? (
        <p class="notice" role="status">
          {t('inquiries.sent')}
        </p>
      ) : null}
      <States state={state} />
      {rows.length === 0 ? (
        <EmptyState title={t(`inquiries.none.${state}`)} icon="mail" />
      ) : (
        <Worklist
          caption={t('inquiries.title')}
          columns={[
            { label: t('inquiries.column.reference') },
            { label: t('inquiries.column.question') },
            { label: t('inquiries.column.due') },
            { label: t('inquiries.column.about') },
            { label: t('inquiries.column.month') },
            { label: t('inquiries.column.asked') },
          ]}
          rows={rows.map((row) => rowOf(row, props))}
          stacks
        />
      )}
      <Pagination
        next={next ? { href: link(routes.inquiries.href({ state, after: next })) } : undefined}
      />
    </OfficerLayout>
  )
}

function States({ state }: Pick<InquiriesPageProps, 'state'>) {
  const { t, link } = useReader()
  return (
    <nav class="state-tabs" aria-label={t('inquiries.states')}>
      <ul>
        {inquiryStates.map((each) => (
          <li>
            <a
              class="state-tab"
              href={link(routes.inquiries.href(each === 'asked' ? {} : { state: each }))}
              aria-current={each === state ? 'page' : undefined}
            >
              {t(`inquiries.state.${each}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function rowOf(row: Inquiry, { categories, now }: InquiriesPageProps): WorklistRow {
  const standing = dueStanding(row.dueAt, now)
  const tone = row.status === 'asked' ? dueTone(standing) : 'neutral'
  return {
    id: row.id,
    tone: tone === 'neutral' ? undefined : tone,
    cells: [
      <ReferenceCell row={row} />,
      <QuestionCell row={row} />,
      <DueCell row={row} now={now} />,
      <AboutCell row={row} categories={categories} />,
      <MonthCell row={row} />,
      <AskedCell row={row} />,
    ],
  }
}

type CellProps = { readonly row: Inquiry }

const ReferenceCell = ({ row }: CellProps) => <span class="nowrap">{inquiryReference(row.id)}</span>

function QuestionCell({ row }: CellProps) {
  const { t, link } = useReader()
  const question = row.question || t('complaints.words.destroyed')
  return (
    <span class="one-line one-line--question" title={question}>
      <a href={link(routes.inquiry.href({ id: row.id }))}>{question}</a>
    </span>
  )
}

function DueCell({ row, now }: CellProps & { readonly now: Date }) {
  const reader = useReader()
  if (row.status === 'answered' && row.answeredAt)
    return (
      <span class="nowrap">
        {reader.t('inquiries.answered-on', { day: reader.day(dayOf(row.answeredAt)) })}
      </span>
    )
  if (row.status === 'withdrawn')
    return <span class="muted">{reader.t('inquiries.no-answer-needed')}</span>
  const standing = dueStanding(row.dueAt, now)
  return (
    <span class={isLate(standing) ? 'nowrap late' : 'nowrap'}>{dueText(reader, standing)}</span>
  )
}

function AboutCell({ row, categories }: CellProps & { readonly categories: readonly Category[] }) {
  const names = categoryNames(useReader(), categories, row.categories)
  return (
    <span class="one-line" title={names.join(' · ')}>
      {names.join(' · ')}
    </span>
  )
}

function MonthCell({ row }: CellProps) {
  return <span class="nowrap">{monthOf(useReader(), row.happenedMonth)}</span>
}

function AskedCell({ row }: CellProps) {
  const { day } = useReader()
  return <span class="nowrap">{day(dayOf(row.askedAt))}</span>
}
