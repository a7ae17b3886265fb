import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  LinkButton,
  OfficerLayout,
  StatusMark,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { Feast } from '../../places/index.ts'
import { Days } from './holiday-change-parts.tsx'
import { StandingMark } from './standing-mark.tsx'

export type AdminHolidaysPageProps = {
  readonly year: number
  readonly years: readonly number[]
  readonly feasts: readonly Feast[]
}

/** The feasts of a year: what has no day yet makes clocks uncertain. */
export function AdminHolidaysPage({ year, years, feasts }: AdminHolidaysPageProps) {
  const { t, link } = useReader()
  const title = t('law.holiday.title', { year: String(year) })
  const crumbs = [
    { text: t('changes.title'), href: link(routes.administration.href()) },
    { text: title },
  ]
  const subject = `${year}/`
  return (
    <OfficerLayout title={title} before={<Breadcrumbs crumbs={crumbs} />}>
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__links">
          <a href={link(routes.administration.href({ kind: 'holiday' }))}>
            {t('law.holiday.changes')}
          </a>
          <LinkButton href={link(routes.changeNew.href({ kind: 'holiday' }, { subject }))}>
            {t('law.holiday.add')}
          </LinkButton>
        </div>
      </div>
      <Years year={year} years={years} />
      <Feasts feasts={feasts} title={title} />
    </OfficerLayout>
  )
}

function Years({ year, years }: Pick<AdminHolidaysPageProps, 'year' | 'years'>) {
  const { t, link } = useReader()
  const all = [...new Set([...years, (years.at(-1) ?? year) + 1])]
  return (
    <nav class="state-tabs" aria-label={t('law.holiday.years')}>
      <ul>
        {all.map((each) => (
          <li>
            <a
              class="state-tab"
              href={link(routes.administrationHolidays.href({ year: String(each) }))}
              aria-current={each === year ? 'page' : undefined}
            >
              {String(each)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type FeastsProps = { readonly feasts: readonly Feast[]; readonly title: string }

function Feasts({ feasts, title }: FeastsProps) {
  const { t } = useReader()
  const head = [
    ...[t('law.holiday.feast'), t('law.holiday.days'), t('law.change.standing')],
    ...[t('law.change.source'), t('law.admin.origin'), t('changes.part.timeline')],
  ]
  return (
    <Worklist
      stacks
      caption={title}
      columns={head.map((label) => ({ label }))}
      rows={feasts.map((feast) => ({
        id: feast.code,
        tone: feast.standing === 'unknown' && !feast.struck ? ('attention' as const) : undefined,
        cells: [
          <FeastLink feast={feast} />,
          <Days days={feast.days} none={t('law.holiday.no-days')} />,
          feast.struck ? (
            <StatusMark tone="neutral" icon="ban">
              {t('law.holiday.struck')}
            </StatusMark>
          ) : (
            <StandingMark standing={feast.standing} />
          ),
          <span class="one-line one-line--wide" title={feast.source}>
            {feast.source}
          </span>,
          t(`law.admin.origin.${feast.origin}`),
          <FeastHistory feast={feast} />,
        ],
      }))}
    />
  )
}

const subjectOf = ({ year, code }: Feast): string => `${year}/${code}`

function FeastLink({ feast }: { readonly feast: Feast }) {
  const { name, link } = useReader()
  const asked = { subject: subjectOf(feast) }
  return <a href={link(routes.changeNew.href({ kind: 'holiday' }, asked))}>{name(feast.names)}</a>
}

function FeastHistory({ feast }: { readonly feast: Feast }) {
  const { t, link } = useReader()
  const asked = { kind: 'holiday', subject: subjectOf(feast) }
  return <a href={link(routes.administration.href(asked))}>{t('changes.part.timeline')}</a>
}
