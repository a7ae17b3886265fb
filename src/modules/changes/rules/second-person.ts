import type { Role } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Change } from './change.ts'
import type { PersonAction } from './lifecycle.ts'

/** Somebody who could be the second person. */
export type Second = { readonly id: string; readonly officeId: string | null }

export type SecondPersonRefusal =
  | 'own-proposal'
  | 'not-a-kind-of-yours'
  | 'not-of-this-office'
  | 'office-has-its-own'
  | 'only-the-proposer'

export type SecondPersonFacts = {
  /** Everybody who now has a role that approves this kind, wherever they work. */
  readonly seconds: readonly Second[]
  /** Persons of the pool. */
  readonly pool: readonly string[]
}

type Who = {
  readonly id: string
  readonly roles: readonly Role[]
  readonly officeId: string | null
}
type Asked = {
  readonly action: PersonAction
  readonly change: Pick<Change, 'proposedBy' | 'officeId'>
  readonly approvers: readonly Role[]
  readonly facts: SecondPersonFacts
}

/** Whether this person may take the step, and whether as somebody of the pool. */
export function checkPerson(
  who: Who,
  { action, change, approvers, facts }: Asked,
): Result<{ readonly fromPool: boolean }, SecondPersonRefusal> {
  const isOwn = who.id === change.proposedBy
  if (action === 'withdraw') return isOwn ? ok({ fromPool: false }) : refuse('only-the-proposer')
  if (!approvers.some((role) => who.roles.includes(role))) return refuse('not-a-kind-of-yours')
  if (action === 'stop') return ok({ fromPool: false })
  if (isOwn) return refuse('own-proposal')
  if (who.officeId === change.officeId) return ok({ fromPool: false })
  if (!facts.pool.includes(who.id)) return refuse('not-of-this-office')
  if (colleagues(change, facts).length > 0) return refuse('office-has-its-own')
  return ok({ fromPool: true })
}

/** Whom an open change waits for: the proposer's colleagues, else the pool. Nobody is a finding. */
export function waitsFor(
  change: Pick<Change, 'proposedBy' | 'officeId'>,
  facts: SecondPersonFacts,
): { readonly persons: readonly string[]; readonly fromPool: boolean } {
  const own = colleagues(change, facts)
  if (own.length > 0) return { persons: own, fromPool: false }
  const able = new Set(facts.seconds.map(({ id }) => id))
  return {
    persons: facts.pool.filter((id) => id !== change.proposedBy && able.has(id)),
    fromPool: true,
  }
}

const colleagues = (
  { proposedBy, officeId }: Pick<Change, 'proposedBy' | 'officeId'>,
  { seconds }: SecondPersonFacts,
): string[] => [
  ...new Set(
    seconds.filter((one) => one.officeId === officeId && one.id !== proposedBy).map(({ id }) => id),
  ),
]
