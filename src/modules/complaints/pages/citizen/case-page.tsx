import type { Html } from '../../../../html/html.ts'
import { routes } from '../../../../routes.ts'
import {
  ActionList,
  Button,
  ErrorSummary,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  SafeLayout,
  StatusMark,
  TextareaField,
  type Tone,
  useReader,
} from '../../../../ui/index.ts'
import type { RefusedReason } from '../../../evidence/index.ts'
import { findMinistryLine } from '../../../places/index.ts'
import { type Speech, Spoken } from '../../../voice/index.ts'
import type { OwnCase } from '../../actions/own-case.ts'
import type { ComplaintStatus } from '../../rules/complaint.ts'
import { CaseConsents } from './case-consents.tsx'
import { CaseEvidence } from './case-evidence.tsx'
import { CaseMessages } from './case-messages.tsx'
import { CaseClocks, CaseTimeline } from './case-time.tsx'
import { isOwnAction, type OwnAction } from './own-actions.ts'
import { MoneyStanding } from './own-money.tsx'

export type CasePageProps = {
  readonly own: OwnCase
  readonly now: Date
  readonly state: FormState
  readonly submission: string
  /** Why files that she has just sent were not taken. */
  readonly refused: RefusedReason | 'not-in-this-status' | null
  readonly speech: Speech
  /** What later modules say about the case. */
  readonly panels: readonly Html[]
}

/** How it stands, what comes next and by when, and whatever she may do. */
export function CasePage(props: CasePageProps) {
  const { own, now, state } = props
  const offered = own.actions.filter(isOwnAction)
  const { t, link } = useReader()
  return (
    <SafeLayout hasErrors={hasErrors(state) || props.refused !== null}>
      <FormErrors state={state} />
      {props.refused ? (
        <ErrorSummary errors={[{ text: t(`evidence.refused.${props.refused}`), href: '#files' }]} />
      ) : null}
      <h1>{t('follow.case.title', { number: own.complaint.number })}</h1>
      <Standing own={own} />
      <MoneyStanding money={own.money} />
      <Spoken speech={props.speech} desk={findMinistryLine()} />
      <CaseActions actions={offered.filter((action) => action !== 'ask-withdrawal')} />
      {props.panels}
      <CaseClocks own={own} now={now} />
      <CaseMessages messages={own.messages} />
      <MessageForm {...props} />
      <CaseEvidence own={own} submission={props.submission} />
      <CaseConsents consents={own.consents} />
      <CaseTimeline own={own} />
      {/* Last, and never first: nobody is to be led to give up. */}
      <CaseActions actions={offered.filter((action) => action === 'ask-withdrawal')} />
      <form method="post" action={link(routes.followLeave.href())}>
        <Button kind="secondary">{t('follow.leave')}</Button>
      </form>
      <p>
        <a href={link(routes.clearHistory.href())}>{t('complain.clear-history')}</a>
      </p>
    </SafeLayout>
  )
}

const tones: Readonly<Record<ComplaintStatus, Tone>> = {
  received: 'neutral',
  registered: 'neutral',
  'agency-asked': 'neutral',
  'agency-answered': 'neutral',
  'in-conciliation': 'neutral',
  'not-settled': 'attention',
  performance: 'neutral',
  'waiting-elsewhere': 'neutral',
  'closure-proposed': 'attention',
  'withdrawal-asked': 'attention',
  closed: 'allowed',
  withdrawn: 'neutral',
  'kept-as-warning': 'protected',
  merged: 'neutral',
}

/** What comes next, in words that fit whom it is with and how she can be reached. */
function nextOf({ status, ownerId, openness }: OwnCase['complaint']): string {
  if (status === 'received' && ownerId) return 'received-taken'
  return status === 'withdrawal-asked' && openness === 'anonymous' ? `${status}-here` : status
}

function heldBy({ ownerId, outsideBody }: OwnCase['complaint']): string {
  if (outsideBody !== null) return 'follow.held-outside'
  return ownerId ? 'follow.has-officer' : 'follow.no-officer'
}

function Standing({ own: { complaint, office, goesOn } }: Pick<CasePageProps, 'own'>) {
  const { t, name } = useReader()
  const { status } = complaint
  return (
    <>
      <p>
        <StatusMark tone={tones[status]}>{t(`follow.status.${status}`)}</StatusMark>
      </p>
      <p>{t(`follow.next.${nextOf(complaint)}`)}</p>
      {goesOn ? (
        <p>
          {t('cases.own.goes-on')} <strong>{t(`follow.status.${goesOn}`)}</strong>
        </p>
      ) : null}
      {office ? (
        <p>
          {t('follow.office', { office: name(office) })} {t(heldBy(complaint))}
        </p>
      ) : null}
    </>
  )
}

function CaseActions({ actions }: { readonly actions: readonly OwnAction[] }) {
  const { t, link } = useReader()
  if (actions.length === 0) return null
  return (
    <ActionList
      title={t(actions.includes('ask-withdrawal') ? 'follow.actions-end' : 'follow.actions')}
      actions={actions.map((action) => ({
        href: link(routes.followAction.href({ action })),
        label: t(`follow.action.${action}`),
        kind: action === 'agree-to-closure' ? undefined : 'secondary',
      }))}
    />
  )
}

function MessageForm({ own, state, submission }: CasePageProps) {
  const { t, link } = useReader()
  const isUnknown = own.complaint.openness === 'anonymous'
  return (
    <Form action={link(routes.followMessage.href())} state={state} submission={submission}>
      <TextareaField
        name="words"
        label={t('follow.message.label')}
        hint={t(isUnknown ? 'follow.message.hint-anonymous' : 'follow.message.hint')}
        rows={5}
        attributes={{ autocomplete: 'off' }}
      />
      <Button>{t('follow.message.send')}</Button>
    </Form>
  )
}
