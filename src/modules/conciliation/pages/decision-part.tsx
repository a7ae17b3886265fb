import type { Currency } from '../../../kernel/money.ts'
import {
  type Fact,
  InsetText,
  KeyValue,
  StatusMark,
  type Tone,
  useReader,
  WarningText,
} from '../../../ui/index.ts'
import { SigningFields, type SigningRefusal, type SigningState } from '../../accounts/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { ShownDecision } from '../actions/read-conciliation.ts'
import { appealSides, type DecisionStatus, findings, rulings } from '../rules/decision.ts'
import type { PartProps } from './meeting-part.tsx'
import { AgencyAnswerForm, AwaitedAnswers } from './proposal-parts.tsx'
import { Choose, fieldId, Language, Line, Lines, OneOf, StepForm, sheetOf } from './step-form.tsx'
import { TermsFields } from './terms-fields.tsx'

export type DecisionProps = PartProps & {
  readonly signing: SigningState
  readonly signingError: SigningRefusal | null
}

const tones: Readonly<Record<DecisionStatus, Tone>> = {
  drafted: 'neutral',
  issued: 'allowed',
  appealed: 'attention',
  upheld: 'allowed',
  changed: 'attention',
  'set-aside': 'danger',
  dropped: 'neutral',
}

export function DecisionMark({ status }: { readonly status: DecisionStatus }) {
  const { t } = useReader()
  return <StatusMark tone={tones[status]}>{t(`conciliation.decision-status.${status}`)}</StatusMark>
}

/** What a second officer decided or proposes, the appeals, and the way to write one. */
export function Decisions(props: DecisionProps) {
  const { t } = useReader()
  const { view } = props
  return (
    <section class="case-part" id="decisions">
      <h2>{t('conciliation.decisions')}</h2>
      <p>
        {t('conciliation.may-order')} <RuleLine rule={view.order} />
      </p>
      {view.decisions.length === 0 ? <p class="muted">{t('conciliation.no-decision')}</p> : null}
      {view.decisions.toReversed().map((decision) => (
        <DecisionCard {...props} decision={decision} />
      ))}
      {view.draftRefusal === null ? (
        <DraftForm {...props} />
      ) : (
        <p class="small muted">
          {t('conciliation.no-draft')} {t(`refusal.${view.draftRefusal}`)}
        </p>
      )}
    </section>
  )
}

export type CardProps = DecisionProps & { readonly decision: ShownDecision }

function DecisionCard(props: CardProps) {
  const { t } = useReader()
  const { decision } = props
  return (
    <article class="case-part">
      <h3>
        {t(`conciliation.kind.${decision.kind}`)} <DecisionMark {...decision} />
      </h3>
      <DecisionText decision={decision} />
      <KeyValue facts={useFacts(props)} />
      <AwaitedAnswers decision={decision} />
      <Sums {...props} />
      {decision.appeals.map(({ side, grounds }) => (
        <>
          <h4>{t(`conciliation.appeal-of.${side}`)}</h4>
          <blockquote class="words">{grounds}</blockquote>
        </>
      ))}
      {decision.rulingWords ? (
        <InsetText>
          <p>{decision.rulingWords}</p>
        </InsetText>
      ) : null}
      <Steps {...props} />
    </article>
  )
}

/** The same words for whoever reads them. */
export function DecisionText({
  decision,
}: {
  readonly decision: Pick<ShownDecision, 'words' | 'finding'>
}) {
  const { t } = useReader()
  const { words } = decision
  if (!words) return <p class="muted">{t('conciliation.forgotten')}</p>
  return (
    <>
      <p>
        {t('conciliation.field.finding')}:{' '}
        <strong>{t(`conciliation.finding.${decision.finding}`)}</strong>
      </p>
      <blockquote class="words">{words.order}</blockquote>
      <h4>{t('conciliation.field.reasons')}</h4>
      <p class="words">{words.reasons}</p>
      <h4>{t('conciliation.field.basis')}</h4>
      <p class="words">{words.basis}</p>
    </>
  )
}

function useFacts({ decision, view }: CardProps): Fact[] {
  const { t, day, name, instant } = useReader()
  const who = (id: string | null) => {
    const person = id === null ? undefined : view.people.get(id)
    return person ? name(person) : '–'
  }
  const fact = (key: string, value: string | null): Fact[] =>
    value === null ? [] : [{ key: t(`conciliation.fact.${key}`), value }]
  return [
    ...fact('decided-by', who(decision.decidedBy)),
    ...fact('issued', decision.issuedAt && instant(decision.issuedAt)),
    ...fact('worker-until', day(decision.workerUntil)),
    ...fact('agency-until', day(decision.agencyUntil)),
    ...fact('until-why', decision.untilReason),
    ...fact(
      'agency-answer',
      decision.agencyAnswer &&
        [
          t(`conciliation.agency-answers.${decision.agencyAnswer}`),
          decision.agencyAnsweredOn ? day(decision.agencyAnsweredOn) : '',
        ].join(' · '),
    ),
    ...fact('ruled-by', decision.ruledBy && who(decision.ruledBy)),
  ]
}

function Sums({ decision, view }: CardProps) {
  const { t, money, day } = useReader()
  const sums = decision.terms.filter(({ minor }) => minor !== null)
  if (sums.length === 0) return null
  const persons = new Map(view.persons.map((person) => [person.id, person]))
  return (
    <ul class="plain">
      {sums.map(({ personId, minor, currency, dueOn }) => {
        const person = persons.get(personId)
        const who = { position: person?.position ?? 0, name: person?.name ?? '–' }
        const sum = money({
          minor: BigInt(minor ?? '0'),
          currency: (currency ?? 'USD') as Currency,
        })
        return (
          <li>
            {t('conciliation.person', who)}: {sum} · {day(dueOn as never)}
          </li>
        )
      })}
    </ul>
  )
}

const around = ({ view, sent, submission, decision }: CardProps) => ({
  ...{ complaintId: view.kept.id, sent, submission, version: decision.version },
})

function Steps(props: CardProps) {
  const { decision } = props
  const offered = (action: ShownDecision['actions'][number]) => decision.actions.includes(action)
  return (
    <>
      {offered('sign') ? <SignForm {...props} /> : null}
      {offered('drop') ? (
        <StepForm {...around(props)} sheet={sheetOf('drop-decision', decision.id, props.sent)} />
      ) : null}
      {decision.awaited?.agency ? <AgencyAnswerForm {...props} /> : null}
      {decision.mayAppeal.length > 0 ? <AppealForm {...props} /> : null}
      {offered('uphold') ? <RuleForm {...props} /> : null}
    </>
  )
}

function SignForm(props: CardProps) {
  const { t, name } = useReader()
  const sheet = sheetOf('sign-decision', props.decision.id, props.sent)
  const debtors = props.view.debtors.map(({ value, names }) => ({
    value,
    label:
      names === null ? t('conciliation.nameless') : typeof names === 'string' ? names : name(names),
  }))
  return (
    <StepForm {...around(props)} sheet={sheet}>
      <WarningText>{t(`conciliation.sign-warning.${props.decision.kind}`)}</WarningText>
      {props.decision.finding === 'against' ? null : (
        <Choose sheet={sheet} name="debtor" options={debtors} first={debtors[0]?.value ?? ''} />
      )}
      <Language sheet={sheet} />
      <SigningFields {...props.signing} error={props.signingError} />
    </StepForm>
  )
}

function AppealForm(props: CardProps) {
  const { t } = useReader()
  const sheet = sheetOf('appeal', props.decision.id, props.sent)
  const sides = appealSides
    .filter((side) => props.decision.mayAppeal.includes(side))
    .map((value) => ({ value, label: t(`conciliation.side.${value}`) }))
  const { version: _, ...rest } = around(props)
  return (
    <StepForm {...rest} sheet={sheet}>
      <OneOf sheet={sheet} name="side" options={sides} />
      <Lines sheet={sheet} name="grounds" rows={4} />
    </StepForm>
  )
}

function RuleForm(props: CardProps) {
  const { t } = useReader()
  const sheet = sheetOf('rule', props.decision.id, props.sent)
  const options = rulings.map((value) => ({ value, label: t(`conciliation.ruling.${value}`) }))
  return (
    <StepForm {...around(props)} sheet={sheet}>
      <OneOf sheet={sheet} name="ruling" options={options} />
      <Lines sheet={sheet} name="reasons" rows={5} />
    </StepForm>
  )
}

function DraftForm(props: DecisionProps) {
  const { t } = useReader()
  const { view, sent, submission } = props
  const sheet = sheetOf('draft-decision', '', sent)
  const options = findings.map((value) => ({ value, label: t(`conciliation.finding.${value}`) }))
  const knowsTerm = view.appeal !== null && view.appeal.value !== null
  return (
    <StepForm {...{ complaintId: view.kept.id, sheet, sent, submission }}>
      <OneOf sheet={sheet} name="finding" options={options} />
      <Lines sheet={sheet} name="order" rows={4} hint={t('conciliation.hint.order')} />
      <Lines sheet={sheet} name="reasons" rows={5} />
      <Lines sheet={sheet} name="basis" rows={3} hint={t('conciliation.hint.basis')} />
      <TermsFields sheet={sheet} persons={view.persons} withAnswers={false} />
      <p id={fieldId('draft-decision', 'appeal')}>
        {t('conciliation.appeal-rule')} <RuleLine rule={view.appeal} />
      </p>
      {knowsTerm ? null : <p class="small">{t('conciliation.appeal-unknown')}</p>}
      <Line sheet={sheet} name="workerUntil" type="date" />
      <Line sheet={sheet} name="agencyUntil" type="date" />
      <Lines sheet={sheet} name="untilReason" rows={2} />
    </StepForm>
  )
}
