import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  hasErrors,
  OfficerLayout,
  RadiosField,
  SafeLayout,
  Table,
  TextareaField,
  useReader,
} from '../../../ui/index.ts'
import type { Matter, SideView } from '../actions/read-side.ts'
import { agencyAnswers } from '../rules/decision.ts'
import { DecisionMark } from './decision-part.tsx'
import { ExhibitTable } from './evidence-part.tsx'
import { MeetingMark } from './meeting-part.tsx'
import { DecisionLines, MeetingLines, type Provinces } from './side-parts.tsx'

export type SidePageProps = {
  readonly view: SideView
  readonly provinces: Provinces
  readonly state: FormState
  readonly refusal: string | null
  readonly submission: string
  readonly done: boolean
}

/** Her own: the meeting, the evidence as both sides read of it, what was decided, and her appeal. */
export function OwnDecisionPage(props: SidePageProps) {
  const { t, link } = useReader()
  const back = link(routes.followCase.href())
  return (
    <SafeLayout hasErrors={isWrong(props)} before={<BackLink href={back} />}>
      <Wrong {...props} />
      <h1>{t('conciliation.own.title')}</h1>
      <Parts {...props} side="worker" action={routes.followDecision.href()} />
    </SafeLayout>
  )
}

/** The agency's: the same, less what would endanger somebody. */
export function MatterPage(props: SidePageProps & { readonly complaintId: string }) {
  const { t, link } = useReader()
  return (
    <OfficerLayout
      title={t('conciliation.matter')}
      hasErrors={isWrong(props)}
      before={
        <BackLink href={link(routes.matters.href())}>{t('conciliation.matters-back')}</BackLink>
      }
    >
      <Wrong {...props} />
      <div class="page-head">
        <h1>{t('conciliation.matter')}</h1>
      </div>
      <Parts {...props} side="agency" action={routes.matter.href({ id: props.complaintId })} />
    </OfficerLayout>
  )
}

const isWrong = ({ state, refusal }: SidePageProps): boolean => hasErrors(state) || refusal !== null

function Wrong({ state, refusal }: SidePageProps) {
  const { t } = useReader()
  const errors = Object.entries(state.errors).map(([name, { key, values }]) => ({
    text: t(key, values),
    href: `#${name}`,
  }))
  const code = refusal ? [{ text: t(`refusal.${refusal}`), href: '#decision' }] : []
  return errors.length + code.length === 0 ? null : <ErrorSummary errors={[...code, ...errors]} />
}

type PartsProps = SidePageProps & { readonly side: 'worker' | 'agency'; readonly action: string }

function Parts(props: PartsProps) {
  const { t } = useReader()
  const { view, provinces, side, done } = props
  return (
    <>
      {done ? (
        <p class="notice" role="status">
          {t('conciliation.appeal-kept')}
        </p>
      ) : null}
      {view.meeting ? (
        <section>
          <h2>{t('conciliation.meeting')}</h2>
          <MeetingLines meeting={view.meeting} provinces={provinces} side={side} />
        </section>
      ) : null}
      <section>
        <h2>{t('conciliation.evidence')}</h2>
        <p class="small">{t(`conciliation.evidence-seen.${side}`)}</p>
        <ExhibitTable exhibits={view.exhibits} withReasons={false} />
      </section>
      {view.decisions.map((decision) => (
        <section id="decision">
          <h2>{t('conciliation.decisions')}</h2>
          <DecisionLines decision={decision} side={side} />
          {side === 'agency' && decision.awaited?.agency ? (
            <AnswerForm {...props} decisionId={decision.id} />
          ) : null}
          {decision.mayAppeal ? <AppealForm {...props} decisionId={decision.id} /> : null}
        </section>
      ))}
    </>
  )
}

function AppealForm({
  action,
  state,
  submission,
  decisionId,
}: PartsProps & { decisionId: string }) {
  const { t, link } = useReader()
  return (
    <Form action={link(action)} state={state} submission={submission}>
      <input type="hidden" name="target" value={decisionId} />
      <TextareaField
        name="grounds"
        label={t('conciliation.appeal-why')}
        hint={t('conciliation.appeal-hint')}
        rows={5}
        attributes={{ autocomplete: 'off' }}
      />
      <Button>{t('conciliation.do.appeal')}</Button>
    </Form>
  )
}

/** What the agency says to a proposal. */
function AnswerForm({
  action,
  state,
  submission,
  decisionId,
}: PartsProps & { decisionId: string }) {
  const { t, link } = useReader()
  const choices = agencyAnswers.map((value) => ({
    ...{ value, label: t(`conciliation.agency-answers.${value}`) },
  }))
  return (
    <Form action={link(action)} state={state} submission={`${submission}-answer`}>
      <input type="hidden" name="target" value={decisionId} />
      <input type="hidden" name="step" value="answer" />
      <RadiosField name="answer" legend={t('conciliation.agency-answers')} choices={choices} />
      <Button>{t('conciliation.agency-answers.send')}</Button>
    </Form>
  )
}

/** Every case in which this agency is invited or something was decided. */
export function MattersPage({ matters }: { readonly matters: readonly Matter[] }) {
  const { t, link, instant, day } = useReader()
  const rows = matters.map(({ complaintId, meeting, decisionStatus, agencyUntil }) => [
    <a href={link(routes.matter.href({ id: complaintId }))}>
      {meeting ? instant(meeting.heldAt ?? meeting.meetsAt) : t('conciliation.matter')}
    </a>,
    meeting ? <MeetingMark status={meeting.status} /> : '–',
    decisionStatus ? <DecisionMark status={decisionStatus} /> : '–',
    agencyUntil ? day(agencyUntil as never) : '–',
  ])
  const head = ['meeting', 'state', 'decision', 'until'].map((key) =>
    t(`conciliation.column.${key}`),
  )
  return (
    <OfficerLayout title={t('conciliation.matters')}>
      <div class="page-head">
        <h1>{t('conciliation.matters')}</h1>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('conciliation.no-matter')} />
      ) : (
        <section class="wide-table" aria-label={t('conciliation.matters')} tabindex={0}>
          <Table head={head} rows={rows} />
        </section>
      )}
    </OfficerLayout>
  )
}
