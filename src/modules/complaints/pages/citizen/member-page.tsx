import type { Html } from '../../../../html/html.ts'
import { routes } from '../../../../routes.ts'
import {
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  KeyValue,
  SafeLayout,
  StatusMark,
  TextareaField,
  useReader,
} from '../../../../ui/index.ts'
import type { OwnCase } from '../../actions/own-case.ts'
import type { OwnPart } from '../../actions/own-part.ts'
import { claimSum } from '../officer/persons/texts.tsx'
import { CaseMessages } from './case-messages.tsx'
import { CaseClocks } from './case-time.tsx'
import { MoneyStanding } from './own-money.tsx'

export type MemberPageProps = {
  readonly own: OwnCase
  readonly part: OwnPart
  readonly now: Date
  readonly state: FormState
  readonly submission: string
  /** What later modules say about her part. */
  readonly panels: readonly Html[]
}

/** Somebody of a group with her own receipt: how the case stands, and her own part of it. */
export function MemberPage({ own, part, now, state, submission, panels }: MemberPageProps) {
  const reader = useReader()
  const { t, link } = reader
  const { number, status } = own.complaint
  const title = t('cases.own.title', { number })
  return (
    <SafeLayout hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      <h1>{title}</h1>
      <p>
        <StatusMark tone="neutral">{t(`follow.status.${status}`)}</StatusMark>
      </p>
      <p>{t(`follow.next.${status}`)}</p>
      {own.goesOn ? (
        <p>
          {t('cases.own.goes-on')} <strong>{t(`follow.status.${own.goesOn}`)}</strong>
        </p>
      ) : null}
      <InsetText>
        <p>{t('cases.own.about')}</p>
      </InsetText>
      <Joins part={part} isSettled={own.money.length > 0} />
      <MoneyStanding money={own.money} />
      {part.claims.length > 0 ? (
        <>
          <h2>{t('cases.own.claims')}</h2>
          <KeyValue
            facts={part.claims.map((claim) => ({
              key: t(`cases.claim-kind.${claim.kind}`),
              value: claimSum(reader, claim),
            }))}
          />
        </>
      ) : null}
      {panels}
      <CaseClocks own={own} now={now} />
      <CaseMessages messages={own.messages} />
      <Form action={link(routes.followMessage.href())} state={state} submission={submission}>
        <TextareaField
          name="words"
          label={t('follow.message.label')}
          hint={t('follow.message.hint')}
          rows={5}
          attributes={{ autocomplete: 'off' }}
        />
        <Button>{t('follow.message.send')}</Button>
      </Form>
      <form method="post" action={link(routes.followLeave.href())}>
        <Button kind="secondary">{t('follow.leave')}</Button>
      </form>
      <p>
        <a href={link(routes.clearHistory.href())}>{t('complain.clear-history')}</a>
      </p>
    </SafeLayout>
  )
}

/** Nobody is said to be still asked once something was settled or decided for her. */
function Joins({ part, isSettled }: { readonly part: OwnPart; readonly isSettled: boolean }) {
  const { t } = useReader()
  const { leftAt, joins } = part.person
  if (leftAt) return <p>{t('cases.own.left')}</p>
  if (joins === 'not-asked' && isSettled) return null
  return <p>{t(`cases.own.joins.${joins}`)}</p>
}
