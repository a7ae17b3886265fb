import type { Reader } from '../../../../kernel/reader.ts'
import { StatusMark, useReader } from '../../../../ui/index.ts'
import { ruleValueText, StandingMark } from '../../../law/index.ts'
import { notReckoned, type Proposal, type Total } from '../../rules/calculator/calculate.ts'
import {
  type Basis,
  type Finding,
  type Outcome,
  type Step,
  type StepValue,
  standingOf,
} from '../../rules/calculator/finding.ts'

/** What may be asked for, in one line each, then the working of each with its rules. */
export function ProposalView({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useReader()
  const { findings, totals } = proposal
  if (findings.length === 0) return <p>{t('calculator.result.nothing-told')}</p>
  return (
    <>
      <Totals totals={totals} />
      {findings.map((finding) => (
        <FindingView finding={finding} />
      ))}
      <NotReckoned />
    </>
  )
}

function NotReckoned() {
  const { t } = useReader()
  return (
    <section class="finding">
      <h2>{t('outcomes.not-reckoned')}</h2>
      <ul>
        {notReckoned.map((what) => (
          <li>
            {t(`outcomes.not-reckoned.${what}`)} <StandingMark standing="unknown" />
          </li>
        ))}
      </ul>
      <p>{t('outcomes.not-reckoned.about')}</p>
    </section>
  )
}

function Totals({ totals }: { readonly totals: readonly Total[] }) {
  const { t, money } = useReader()
  if (totals.length === 0) return <p>{t('calculator.result.no-sum')}</p>
  return (
    <ul class="sums">
      {totals.map((total) => (
        <li>
          {t(`calculator.total.${total.owedBy}`)}{' '}
          <strong>{t(`calculator.bound.${total.bound}`, { sum: money(total.money) })}</strong>
          {total.converted ? (
            <p class="small muted">
              {t('calculator.total.converted', { sum: money(total.converted.money) })}{' '}
              <StepText step={total.converted.step} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function FindingView({ finding }: { readonly finding: Finding }) {
  const { t } = useReader()
  const { head, outcome, steps } = finding
  return (
    <section class="finding">
      <h2>{t(`calculator.head.${head}`)}</h2>
      <p>
        <OutcomeText outcome={outcome} owedBy={finding.owedBy} />
      </p>
      {steps.length > 0 ? (
        <>
          <h3 class="small">{t('calculator.result.working')}</h3>
          <ol class="working">
            {steps.map((step) => (
              <li>
                <StepText step={step} />
                {step.bases.map((basis) => (
                  <BasisLine basis={basis} />
                ))}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}

function OutcomeText({ outcome, owedBy }: Pick<Finding, 'outcome' | 'owedBy'>) {
  const { t, money } = useReader()
  const asks = 'mayAsk' in outcome ? outcome.mayAsk : null
  return (
    <>
      <StatusMark {...marks[outcome.kind]}>{outcomeText(outcome, useReader())}</StatusMark>{' '}
      {outcome.kind === 'sum' ? t(`calculator.owed-by.${owedBy}`) : null}
      {outcome.kind === 'unknown' ? t(`calculator.why.${outcome.why}`) : null}
      {asks ? ` ${t('calculator.may-ask', { sum: money(asks) })}` : null}
    </>
  )
}

const marks = {
  sum: { tone: 'attention', icon: 'banknote' },
  nothing: { tone: 'neutral', icon: 'circle-check' },
  unknown: { tone: 'neutral', icon: 'circle-question-mark' },
  'in-kind': { tone: 'attention', icon: 'flag' },
} as const

/** The outcome in a few words. */
export function outcomeText(outcome: Outcome, { t, money }: Reader): string {
  if (outcome.kind === 'sum')
    return t(`calculator.bound.${outcome.bound}`, { sum: money(outcome.money) })
  return outcome.kind === 'in-kind'
    ? t(`calculator.remedy.${outcome.remedy}`)
    : t(`calculator.outcome.${outcome.kind}`)
}

const StepText = ({ step }: { readonly step: Step }) => {
  const reader = useReader()
  return <>{stepText(step, reader)}</>
}

/** A step as a sentence of the reader's. */
export const stepText = ({ id, values }: Step, reader: Reader): string =>
  reader.t(
    `calculator.step.${id}`,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, valueText(value, reader)]),
    ),
  )

function valueText(value: StepValue, { t, money, day }: Reader): string {
  if ('money' in value) return money(value.money)
  if ('day' in value) return day(value.day)
  if ('number' in value) return value.number
  return 'text' in value ? value.text : t(`calculator.code.${value.code}`)
}

/** The rule or the row of the table on which a step rests: value, article, source and how sure it is. */
export function BasisLine({ basis }: { readonly basis: Basis }) {
  const reader = useReader()
  const { t, name, money, day } = reader
  const standing = <StandingMark standing={standingOf(basis)} />
  if (basis.kind === 'none')
    return (
      <p class="small muted">
        {t('calculator.basis.none')} {standing}
      </p>
    )
  if (basis.kind === 'wage') {
    const { row } = basis
    return (
      <p class="small muted">
        {t('calculator.basis.wage', { wage: money(row.wage), since: day(row.validFrom) })}{' '}
        {standing}{' '}
        <a href={row.sourceUrl} rel="noreferrer">
          {row.source}
        </a>
      </p>
    )
  }
  const { rule } = basis
  return (
    <p class="small muted">
      {t('calculator.basis.rule', { name: name(rule.name), value: ruleValueText(reader, rule) })}{' '}
      {rule.article ? `${name(rule.article)} ` : ''}
      {standing}{' '}
      {rule.source && rule.sourceUrl ? (
        <a href={rule.sourceUrl} rel="noreferrer">
          {rule.source}
        </a>
      ) : (
        rule.source
      )}
      {rule.note ? ` ${name(rule.note)}` : ''}
    </p>
  )
}
