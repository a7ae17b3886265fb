import type { Actor } from '../../../kernel/actor.ts'
import { dayOf, daysBetween } from '../../../kernel/days.ts'
import { takeStep } from '../../../kernel/lifecycle.ts'
import type { Tx } from '../../../platform/db.ts'
import { listEvents, type TimelineEvent } from '../../../platform/events/record-event.ts'
import {
  findOffice,
  type Office,
  type PersonNames,
  personNames,
  readWaitingRequests,
  type WaitingRequest,
} from '../../accounts/index.ts'
import type { Change } from '../rules/change.ts'
import { checkFirstDay } from '../rules/first-day.ts'
import type { KindTerms } from '../rules/kind.ts'
import { changeLifecycle, type PersonAction, personActions } from '../rules/lifecycle.ts'
import { checkPerson, waitsFor } from '../rules/second-person.ts'
import { type ChangeFilter, findChange, listChanges, listOpen } from '../store/change.ts'
import { type SecondPersons, secondPersons } from './second-persons.ts'

/** A change with the clock of who waits for whom. */
export type OpenChange = {
  readonly change: Change
  readonly offered: readonly PersonAction[]
  readonly daysWaiting: number
  /** Its first day can no longer be kept: nobody can approve it any more. */
  readonly isTooLate: boolean
  /** Persons who could decide; empty where nobody can, which somebody has to mend. */
  readonly waitsFor: readonly string[]
  readonly fromPool: boolean
}
export type PersonBook = ReadonlyMap<string, PersonNames>

/** What waits for a second person: what the ministry changes, and who gets which role. */
export type Open = {
  readonly changes: readonly OpenChange[]
  readonly requests: readonly WaitingRequest[]
}
export type Overview = {
  readonly forMe: Open
  readonly mine: Open
  readonly others: Open
  /** Approved, and not begun. */
  readonly coming: readonly Change[]
  readonly history: readonly Change[]
  /** The last of this page, where there is another. */
  readonly next: string | null
  readonly persons: PersonBook
}

type Asked = {
  readonly kinds: readonly KindTerms[]
  readonly filter: Omit<ChangeFilter, 'most'>
  readonly now: Date
}

const pageSize = 30

/** What waits for this person, what waits for others, what is coming, and what was. */
export async function readOverview(
  tx: Tx,
  actor: Actor,
  { kinds, filter, now }: Asked,
): Promise<Overview> {
  const seconds = await secondPersons(tx, now)
  const [open, found] = await Promise.all([
    listOpen(tx),
    listChanges(tx, { ...filter, most: pageSize + 1 }),
  ])
  const at = { actor, kinds, seconds, now }
  const proposed = open.filter(({ status }) => status === 'proposed').map((one) => seen(one, at))
  const waiting = await readWaitingRequests(tx, actor, now)
  const changes = shared(proposed, {
    forMe: ({ offered }) => offered.includes('approve'),
    mine: ({ change }) => change.proposedBy === actor.id,
  })
  const requests = shared(waiting, {
    forMe: ({ mayDecide }) => mayDecide,
    mine: ({ request }) => request.proposedBy === actor.id,
  })
  const history = found.slice(0, pageSize)
  return {
    forMe: { changes: changes.forMe, requests: requests.forMe },
    mine: { changes: changes.mine, requests: requests.mine },
    others: { changes: changes.others, requests: requests.others },
    history,
    coming: open.filter(({ status }) => status === 'approved'),
    next: found.length > pageSize ? (history.at(-1)?.id ?? null) : null,
    persons: await personNames(tx, [
      ...[...open, ...history].flatMap(personsOf),
      ...[...proposed, ...waiting].flatMap((one) => one.waitsFor.slice(0, namedAtMost)),
    ]),
  }
}

/** More names tell nobody whom to ask. */
export const namedAtMost = 5

type Shares<T> = { readonly forMe: (one: T) => boolean; readonly mine: (one: T) => boolean }

/** Each in one part: for whoever looks, by them, or neither. */
function shared<T>(all: readonly T[], { forMe, mine }: Shares<T>) {
  return {
    forMe: all.filter(forMe),
    mine: all.filter((one) => mine(one) && !forMe(one)),
    others: all.filter((one) => !forMe(one) && !mine(one)),
  }
}

/** The newest proposals first, each with who waits for whom. */
export async function readChangeList(
  tx: Tx,
  actor: Actor,
  asked: {
    readonly kinds: readonly KindTerms[]
    readonly filter: ChangeFilter
    readonly now: Date
  },
): Promise<readonly OpenChange[]> {
  const { kinds, filter, now } = asked
  const at = { actor, kinds, seconds: await secondPersons(tx, now), now }
  return (await listChanges(tx, filter)).map((change) => seen(change, at))
}

export type ChangeFile = OpenChange & {
  readonly office: Office | null
  readonly events: readonly TimelineEvent[]
  readonly persons: PersonBook
}

/** One change with its history and what this person may do now. */
export async function readChange(
  tx: Tx,
  actor: Actor,
  { id, kinds, now }: { id: string; kinds: readonly KindTerms[]; now: Date },
): Promise<ChangeFile | null> {
  const change = await findChange(tx, id)
  if (!change) return null
  const seconds = await secondPersons(tx, now)
  const open = seen(change, { actor, kinds, seconds, now })
  const events = await listEvents(tx, change.id)
  const acting = events.filter(({ actorKind }) => actorKind === 'person')
  const ids = [...personsOf(change), ...open.waitsFor, ...acting.map(({ actorId }) => actorId)]
  return {
    ...open,
    ...{ events, office: await findOffice(tx, change.officeId) },
    persons: await personNames(tx, ids),
  }
}

type At = {
  readonly actor: Actor
  readonly kinds: readonly KindTerms[]
  readonly seconds: SecondPersons
  readonly now: Date
}

function seen(change: Change, { actor, kinds, seconds, now }: At): OpenChange {
  const kind = kinds.find(({ code }) => code === change.kind)
  const approvers = kind?.approvers ?? []
  const today = dayOf(now)
  const terms = { notice: kind?.notice ?? 'same-day', today } as const
  const facts = seconds(approvers)
  const waits = waitsFor(change, facts)
  const isOffered = (action: PersonAction) =>
    takeStep(changeLifecycle, change.status, { action, roles: actor.roles }).ok &&
    checkPerson(actor, { action, change, approvers, facts }).ok
  return {
    change,
    offered: personActions.filter(isOffered),
    daysWaiting: daysBetween(dayOf(change.proposedAt), today),
    isTooLate: change.status === 'proposed' && !checkFirstDay(change.inForceFrom, terms).ok,
    waitsFor: waits.persons,
    fromPool: waits.fromPool,
  }
}

const personsOf = ({ proposedBy, approvedBy, endedBy }: Change): string[] =>
  [proposedBy, approvedBy, endedBy].filter((id) => id !== null)
