import type { Actor } from '../../../kernel/actor.ts'
import { offeredActions } from '../../../kernel/lifecycle.ts'
import type { Currency } from '../../../kernel/money.ts'
import { routes } from '../../../routes.ts'
import {
  ActionList,
  Button,
  type Content,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  KeyValue,
  StatusMark,
  TextareaField,
  type Tone,
  useReader,
} from '../../../ui/index.ts'
import { SigningFields, type SigningState } from '../../accounts/index.ts'
import { StandingMark } from '../../law/index.ts'
import type { DepositFile } from '../actions/read-deposit.ts'
import type { Oversight } from '../actions/read-instruments.ts'
import { mayNotSign, mayWithdraw } from '../rules/draw.ts'
import { type Override, overrideLifecycle } from '../rules/override.ts'
import { type Release, releaseLifecycle } from '../rules/release.ts'
import { signingErrorOf } from './deposit-form-parts.tsx'
import { PersonName } from './marks.tsx'

export type WaitingProps = {
  readonly file: DepositFile
  readonly oversight: Oversight
  readonly actor: Actor
}

/** What was proposed for this deposit: given back, or job orders let through; and who signs. */
export function WaitingSection(props: WaitingProps) {
  const { t } = useReader()
  const { releases, overrides } = props.oversight
  if (releases.length + overrides.length === 0) return null
  return (
    <section class="case-part">
      <h2>{t('ledger.waiting.title')}</h2>
      {releases.map((release) => (
        <OneRelease {...props} release={release} />
      ))}
      {overrides.map((override) => (
        <OneOverride {...props} override={override} />
      ))}
    </section>
  )
}

const tones: Readonly<Record<Release['status'], Tone>> = {
  ...{ proposed: 'attention', signed: 'attention', executed: 'allowed' },
  ...{ withdrawn: 'neutral', refused: 'danger' },
}

function OneRelease(props: WaitingProps & { readonly release: Release }) {
  const { t, day, money } = useReader()
  const { release, file, actor, oversight } = props
  const { id, minor, ground, closedOn, onDay, reference, reason, standing, status } = release
  const currency = currencyIn(file, release)
  const actions = releaseActionsOf(release, actor)
  const person = (who: string | null) => <PersonName id={who} people={oversight.people} />
  const fact = (key: string, value: Content) => ({ key: t(`ledger.release.${key}`), value })
  return (
    <>
      <h3 id={`release-${id}`}>
        {t('ledger.release.title', { sum: money({ minor, currency }) })}{' '}
        <StatusMark tone={tones[status]}>{t(`ledger.release.status.${status}`)}</StatusMark>
      </h3>
      <KeyValue
        facts={[
          fact('ground', t(`ledger.release.ground.${ground}`)),
          ...(closedOn ? [fact('closed-on', day(closedOn))] : []),
          fact('term', <StandingMark standing={standing} />),
          fact('paper', `${reference} · ${day(onDay)}`),
          fact('reason', reason),
          fact('proposed-by', person(release.proposedBy)),
          ...(release.firstSignedBy ? [fact('first', person(release.firstSignedBy))] : []),
          ...(release.secondSignedBy ? [fact('second', person(release.secondSignedBy))] : []),
          ...(release.endedReason ? [fact('ended', release.endedReason)] : []),
        ]}
      />
      <Ways {...{ file, actions, what: 'release', id }} />
    </>
  )
}

const releaseActionsOf = (release: Release, { roles, id }: Actor) =>
  offeredActions(releaseLifecycle, release.status, roles).filter((action) => {
    if (action === 'withdraw') return mayWithdraw(release, id)
    return action === 'refuse' || mayNotSign(release, id) === null
  })
const overrideActionsOf = (override: Override, { roles, id }: Actor) =>
  offeredActions(overrideLifecycle, override.status, roles).filter(
    (action) => (action === 'withdraw') === mayWithdraw(override, id),
  )

const currencyIn = ({ holdings }: DepositFile, { depositId }: Release): Currency =>
  holdings.find(({ id }) => id === depositId)?.currency ?? 'USD'

function OneOverride(props: WaitingProps & { readonly override: Override }) {
  const { t, day } = useReader()
  const { override, file, actor, oversight } = props
  const { id, fromDay, untilDay, reason, status, proposedBy, decidedBy, decidedReason } = override
  const actions = overrideActionsOf(override, actor)
  const fact = (key: string, value: Content) => ({ key: t(`ledger.override.${key}`), value })
  const person = (who: string) => <PersonName id={who} people={oversight.people} />
  return (
    <>
      <h3 id={`override-${id}`}>
        {t('ledger.override.title', { from: day(fromDay), until: day(untilDay) })}{' '}
        <StatusMark tone={status === 'signed' ? 'allowed' : tones[status]}>
          {t(`ledger.override.status.${status}`)}
        </StatusMark>
      </h3>
      <KeyValue
        facts={[
          fact('reason', reason),
          fact('proposed-by', person(proposedBy)),
          ...(decidedBy ? [fact('decided-by', person(decidedBy))] : []),
          ...(decidedReason ? [fact('ended', decidedReason)] : []),
        ]}
      />
      <Ways {...{ file, actions, what: 'override', id }} />
    </>
  )
}

type WaysProps = Omit<Decision, 'action'> & {
  readonly file: DepositFile
  readonly actions: readonly string[]
}

/** What this person may do with it: each leads to its form. */
function Ways({ file, actions, what, id }: WaysProps) {
  const { t, link } = useReader()
  if (actions.length === 0) return null
  return (
    <ActionList
      title={t('ledger.steps')}
      actions={actions.map((action) => ({
        label: t(`ledger.${what}.action.${action}`),
        kind: 'secondary' as const,
        href: link(
          routes.deposit.href({ id: file.agencyId }, { act: decisionText({ what, id, action }) }),
        ),
      }))}
    />
  )
}

/** What is decided about a release or an override. */
export type Decision = {
  readonly what: 'release' | 'override'
  readonly id: string
  readonly action: string
}
const decisionText = ({ what, id, action }: Decision): string => `${what}_${id}_${action}`

/** As it stands in an address; null for what cannot be read. */
export function decisionIn(text: unknown): Decision | null {
  const [, what, id, action] =
    /^(release|override)_(.{36})_([a-z]{1,20})$/.exec(typeof text === 'string' ? text : '') ?? []
  if ((what !== 'release' && what !== 'override') || id === undefined || action === undefined)
    return null
  return { what, id, action }
}

/** A decision with the row that it is about; null where this person has none to make there. */
function versionOf({ oversight, actor }: WaitingProps, { what, id, action }: Decision) {
  const release = oversight.releases.find((each) => what === 'release' && each.id === id)
  if (release) return releaseActionsOf(release, actor).includes(action as never) ? release : null
  const override = oversight.overrides.find((each) => what === 'override' && each.id === id)
  return override && overrideActionsOf(override, actor).includes(action as never) ? override : null
}

export type DecisionProps = WaitingProps & {
  readonly decision: Decision & { readonly state: FormState }
  readonly signing: SigningState
  readonly submission: string
}

/** The form of the one decision that was chosen or just refused, its errors above it. */
export function DecisionForm(props: DecisionProps) {
  const { t, link } = useReader()
  const { decision, file, signing, submission } = props
  const { what, id, action, state } = decision
  const row = versionOf(props, decision)
  if (!row) return <FormErrors state={state} />
  const signs = action === 'sign' || action === 'countersign'
  const route =
    what === 'release'
      ? routes.depositReleaseAction.href({ id: file.agencyId, release: id, action })
      : routes.depositOverrideAction.href({ id: file.agencyId, override: id, action })
  return (
    <section aria-labelledby={action}>
      <FormErrors state={state} />
      <h2 id={action} tabindex={-1}>
        {t(`ledger.${what}.action.${action}`)}
      </h2>
      <Form action={link(route)} state={state} submission={submission}>
        <input type="hidden" name="version" value={row.version} />
        {signs ? (
          <>
            <InsetText>{t(`ledger.${what}.sign-hint`)}</InsetText>
            <SigningFields {...signing} error={signingErrorOf(state)} />
          </>
        ) : (
          <TextareaField name="reason" label={t('ledger.field.why')} rows={2} />
        )}
        <Button kind={signs ? undefined : 'warning'}>{t(`ledger.${what}.action.${action}`)}</Button>
      </Form>
    </section>
  )
}
