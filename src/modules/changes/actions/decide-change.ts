import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { queueJob, recordEvent } from '../../../platform/events/record-event.ts'
import type { Change } from '../rules/change.ts'
import { checkFirstDay } from '../rules/first-day.ts'
import { changeLifecycle, eventOf, type PersonAction } from '../rules/lifecycle.ts'
import { checkPerson, type SecondPersonRefusal } from '../rules/second-person.ts'
import { type ChangeMove, holdChange, moveChange } from '../store/change.ts'
import type { KindActions } from './kind.ts'
import { secondPersons } from './second-persons.ts'

export type DecideChange = {
  readonly kinds: readonly KindActions<unknown>[]
  readonly id: string
  /** The version that was read before deciding. */
  readonly version: number
  readonly action: PersonAction
  /** Why: only an approval needs no words. */
  readonly reason: string | null
  readonly now: Date
  /** Asks the approver for the second factor and keeps what was shown; gives the signature's id. */
  readonly sign: (change: Change) => Promise<Result<string | null, string>>
}
export type DecideChangeRefusal =
  | StepRefusal
  | SecondPersonRefusal
  | 'not-found'
  | 'changed-meanwhile'
  | 'reason-missing'

/** A second person approves or refuses, the proposer withdraws, or what has not begun is stopped. */
export async function decideChange(
  tx: Tx,
  actor: Actor,
  input: DecideChange,
): Promise<Result<Change, DecideChangeRefusal | string>> {
  const change = await holdChange(tx, input.id)
  const kind = input.kinds.find(({ code }) => code === change?.kind)
  if (!change || !kind) return refuse('not-found')
  if (change.version !== input.version) return refuse('changed-meanwhile')
  const step = takeStep(changeLifecycle, change.status, { ...input, roles: actor.roles })
  if (!step.ok) return step
  const facts = (await secondPersons(tx, input.now))(kind.approvers)
  const person = checkPerson(actor, { ...input, change, approvers: kind.approvers, facts })
  if (!person.ok) return person
  const decision = { change, kind, input, fromPool: person.value.fromPool }
  const done =
    input.action === 'approve' ? await approve(tx, actor, decision) : await end(tx, actor, decision)
  if (!done.ok) return done
  await recordEvent(tx, actor, {
    ...{ recordType: 'change', recordId: change.id, type: eventOf[input.action], at: input.now },
    ...{ from: change.status, to: step.value },
    data: { kind: change.kind, subject: change.subject, fromPool: person.value.fromPool },
    visibleTo: ['officer'],
  })
  return ok(change)
}

type Decision = {
  readonly change: Change
  readonly kind: KindActions<unknown>
  readonly input: DecideChange
  readonly fromPool: boolean
}

/** Everything is asked again, for days and facts may have moved since the proposal. */
async function approve(
  tx: Tx,
  actor: Actor,
  { change, kind, input, fromPool }: Decision,
): Promise<Result<null, string>> {
  const { now } = input
  const proposal = proposalOf(change, kind, now)
  const day = checkFirstDay(change.inForceFrom, { notice: kind.notice, today: dayOf(now) })
  if (!day.ok) return day
  const possible = await kind.check(tx, proposal)
  if (!possible.ok) return possible
  const signed = await input.sign(change)
  if (!signed.ok) return signed
  const approved = { to: 'approved', by: actor.id, at: now, fromPool } as const
  if (!(await moveChange(tx, change, { ...approved, signatureId: signed.value })))
    return refuse('changed-meanwhile')
  const published = await kind.publish?.(tx, actor, proposal)
  if (published && !published.ok) return published
  if (change.inForceFrom <= dayOf(now)) await queueJob(tx, 'bring_changes_into_force', {})
  return ok(null)
}

async function end(
  tx: Tx,
  actor: Actor,
  { change, kind, input }: Decision,
): Promise<Result<null, DecideChangeRefusal>> {
  if (input.reason === null) return refuse('reason-missing')
  // While it is still approved: the tables let nobody write but under an approved change.
  if (input.action === 'stop') await kind.takeBack?.(tx, actor, proposalOf(change, kind, input.now))
  const to = input.action === 'refuse' ? 'refused' : 'withdrawn'
  const move: ChangeMove = { to, by: actor.id, at: input.now, reason: input.reason }
  return (await moveChange(tx, change, move)) ? ok(null) : refuse('changed-meanwhile')
}

const proposalOf = (change: Change, kind: KindActions<unknown>, now: Date) => ({
  content: kind.content.parse(change.content),
  from: change.inForceFrom,
  now,
})
