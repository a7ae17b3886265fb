import type { Reader } from '../../../kernel/reader.ts'
import { routes } from '../../../routes.ts'
import {
  CitizenLayout,
  Details,
  InsetText,
  StatusMark,
  SummaryList,
  type SummaryRow,
  useReader,
} from '../../../ui/index.ts'
import type { Holiday } from '../../places/index.ts'
import { type Rule, ruleParts, standings } from '../rules/rule.ts'
import { comingText } from './coming-text.ts'
import { StandingMark } from './standing-mark.tsx'
import { ruleValueText } from './value-text.ts'

/** What the page may be narrowed to: a part of the rulebook, or the public holidays. */
export const rulesPageParts = [...ruleParts, 'calendar'] as const
export type RulesPagePart = (typeof rulesPageParts)[number]

export type RulesPageProps = {
  readonly rules: readonly Rule[]
  /** Published, and not in force yet. */
  readonly coming: readonly Rule[]
  readonly holidays: readonly Holiday[]
  /** Null for all of them. */
  readonly part: RulesPagePart | null
}

/** Every rule in force, with how sure it is: what is not known is shown as not known. */
export function RulesPage({ rules, coming, holidays, part }: RulesPageProps) {
  const { t } = useReader()
  const parts = ruleParts.filter((each) => part === null || part === each)
  return (
    <CitizenLayout title={t('law.rules.title')}>
      <h1>{t('law.rules.title')}</h1>
      <p>{t('law.rules.about')}</p>
      <Details summary={t('law.rules.standings')}>
        <Standings />
      </Details>
      <Parts chosen={part} />
      {parts.map((each) => (
        <section>
          <h2 id={each}>{t(`law.part.${each}`)}</h2>
          <SummaryList
            rows={[...rules, ...coming.filter(({ key }) => !rules.some((rule) => rule.key === key))]
              .filter((rule) => rule.part === each)
              .map((rule) => ruleRow(rule, coming))}
          />
        </section>
      ))}
      {part === null || part === 'calendar' ? <Holidays holidays={holidays} /> : null}
    </CitizenLayout>
  )
}

function Standings() {
  const { t } = useReader()
  const rows = standings.map((standing) => ({
    key: <StandingMark standing={standing} />,
    value: t(`law.standing-means.${standing}`),
  }))
  return <SummaryList rows={rows} noBorder />
}

function Parts({ chosen }: { readonly chosen: RulesPagePart | null }) {
  const { t } = useReader()
  return (
    <nav aria-label={t('law.rules.parts')}>
      <ul class="govuk-list">
        <li>
          <PartLink part={null} chosen={chosen} />
        </li>
        {rulesPageParts.map((part) => (
          <li>
            <PartLink part={part} chosen={chosen} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

type PartLinkProps = {
  readonly part: RulesPagePart | null
  readonly chosen: RulesPagePart | null
}

function PartLink({ part, chosen }: PartLinkProps) {
  const { t, link } = useReader()
  const text = part === null ? t('law.part.all') : t(`law.part.${part}`)
  const href = link(part === null ? routes.rules.href() : routes.rules.href({ part }))
  return part === chosen ? (
    <a class="govuk-link" href={href} aria-current="page">
      <strong>{text}</strong>
    </a>
  ) : (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
}

/** A rule that does not hold yet at all has only what is coming. */
function ruleRow(rule: Rule, coming: readonly Rule[]): SummaryRow {
  const next = coming.filter(({ key }) => key === rule.key)
  return {
    key: <RuleName rule={rule} />,
    value: (
      <>
        {next.includes(rule) ? null : <RuleValue rule={rule} />}
        {next.map((each) => (
          <ComingRule rule={each} />
        ))}
      </>
    ),
  }
}

function ComingRule({ rule }: { readonly rule: Rule }) {
  const reader = useReader()
  return (
    <InsetText>
      <p>
        <StatusMark tone="attention" icon="calendar-clock">
          {reader.t('law.coming')}
        </StatusMark>{' '}
        <strong>{comingText(reader, rule)}</strong>
      </p>
      <p class="small">{reader.t('law.coming.published')}</p>
      <p class="small muted">
        <Basis rule={rule} />
      </p>
    </InsetText>
  )
}

function RuleName({ rule }: { readonly rule: Rule }) {
  return <span id={rule.key}>{useReader().name(rule.name)}</span>
}

function RuleValue({ rule }: { readonly rule: Rule }) {
  const reader = useReader()
  return (
    <>
      <p>
        {rule.value === null ? null : <strong>{ruleValueText(reader, rule)} </strong>}
        <StandingMark standing={rule.standing} />
      </p>
      {rule.note ? <p>{reader.name(rule.note)}</p> : null}
      <p class="small muted">
        <Basis rule={rule} />
      </p>
    </>
  )
}

/** The article, when it holds, and where it was read. */
function Basis({ rule }: { readonly rule: Rule }) {
  const reader = useReader()
  const article = rule.article ? reader.name(rule.article) : reader.t('law.rule.no-article')
  const term = termText(reader, rule)
  return (
    <>
      {term ? `${article} · ${term} · ` : `${article} · `}
      <Source rule={rule} />
    </>
  )
}

function termText({ t, day }: Reader, { validFrom, validTo }: Rule): string {
  if (validFrom && validTo) return t('law.rule.from-to', { from: day(validFrom), to: day(validTo) })
  return validFrom ? t('law.rule.from', { from: day(validFrom) }) : ''
}

function Source({ rule }: { readonly rule: Rule }) {
  const { t } = useReader()
  const { source, sourceUrl } = rule
  if (source === null) return <>{t(withoutSource(rule))}</>
  return (
    <>
      {t('law.rule.source')}{' '}
      {sourceUrl ? (
        <a href={sourceUrl} rel="noreferrer" lang="en">
          {source}
        </a>
      ) : (
        <span lang="en">{source}</span>
      )}
    </>
  )
}

function withoutSource({ standing, article }: Rule) {
  if (standing === 'unknown') return 'law.rule.to-be-asked'
  return article ? 'law.rule.our-reading' : 'law.rule.our-decision'
}

function Holidays({ holidays }: { readonly holidays: readonly Holiday[] }) {
  const reader = useReader()
  const rows = holidays.map(({ year, day, standing, names }) => ({
    key: reader.name(names),
    value: (
      <>
        {day ? reader.day(day) : reader.t('law.holidays.no-day', { year: String(year) })}{' '}
        <StandingMark standing={standing} />
      </>
    ),
  }))
  return (
    <section>
      <h2 id="calendar">{reader.t('law.part.calendar')}</h2>
      <p>{reader.t('law.holidays.about')}</p>
      <SummaryList rows={rows} />
    </section>
  )
}
