import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { type OwnWord, readOwnWord } from '../../compensation/index.ts'
import { type AppealSide, checkDecision } from '../rules/decision.ts'
import { isUnderWay } from '../rules/meeting.ts'
import { listDecisions, listDecisionsOfAgency } from '../store/decision.ts'
import { listExhibits } from '../store/exhibit.ts'
import { listCosts, listMeetings, listMeetingsOfAgency, type MeetingRow } from '../store/meeting.ts'
import { openDecisions, type ShownDecision, type ShownExhibit } from './read-conciliation.ts'

export type SideMeeting = Pick<
  MeetingRow,
  'id' | 'complaintId' | 'status' | 'way' | 'province' | 'meetsAt' | 'heldAt'
> & {
  readonly place: string | null
  readonly isAhead: boolean
  /** Of a settlement, on a worker's own page: what she herself said to it. */
  readonly own: OwnWord | null
}
export type SideDecision = Pick<
  ShownDecision,
  | 'id'
  | 'complaintId'
  | 'kind'
  | 'status'
  | 'finding'
  | 'words'
  | 'issuedAt'
  | 'workerUntil'
  | 'agencyUntil'
  | 'rulingWords'
  | 'awaited'
  | 'agencyAnswer'
> & {
  readonly mayAppeal: boolean
  readonly hasAppealed: boolean
  /** On a worker's own page: what it has for her. */
  readonly own: OwnWord | null
}

/** What one side sees: its meeting, the evidence that both may read of, and what was decided. */
export type SideView = {
  readonly meeting: SideMeeting | null
  readonly exhibits: readonly ShownExhibit[]
  readonly decisions: readonly SideDecision[]
  /** What coming cost her; nothing of it for the agency. */
  readonly costs: number
}
type Asked = { readonly vault: Vault; readonly complaintId: string; readonly now: Date }

/** The rows are those that this side may read: row-level security says which. */
export async function readSide(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, now }: Asked,
): Promise<SideView> {
  const [meetings, exhibits, decisions, costs] = await Promise.all([
    listMeetings(tx, complaintId),
    listExhibits(tx, complaintId),
    listDecisions(tx, complaintId),
    actor.agencyId === null ? listCosts(tx, complaintId) : [],
  ])
  const keys = await keysOf(tx, vault, [...meetings, ...exhibits, ...decisions])
  const key = [...keys.values()][0] ?? null
  const last = meetings.findLast(({ status }) => status !== 'planned') ?? null
  const open = (sealed: Uint8Array | null) => (sealed && key ? vault.open(key, sealed) : null)
  const shown = await openDecisions(tx, decisions, { vault, key })
  const ownOf = async ({ outcomeId }: { readonly outcomeId: string | null }) =>
    outcomeId === null || actor.kind !== 'complainant'
      ? null
      : readOwnWord(tx, { complaintId, outcomeId })
  return {
    meeting: last && {
      ...asMeeting(last, { place: open(last.placeSealed), now }),
      own: await ownOf(last),
    },
    exhibits: exhibits.map((row) => ({ ...row, what: open(row.whatSealed) })),
    decisions: await inTurn(shown, async (one) => ({
      ...asSide(actor, one, now),
      own: await ownOf(one),
    })),
    costs: costs.length,
  }
}

/** One query after the other: they share a connection. */
async function inTurn<A, B>(all: readonly A[], work: (one: A) => Promise<B>): Promise<B[]> {
  const done: B[] = []
  for (const one of all) done.push(await work(one))
  return done
}

const asMeeting = (
  { id, complaintId, status, way, province, meetsAt, heldAt }: MeetingRow,
  { place, now }: { place: string | null; now: Date },
): Omit<SideMeeting, 'own'> => ({
  ...{ id, complaintId, status, way, province, meetsAt, heldAt, place },
  isAhead: isUnderWay(status) && meetsAt > now,
})

function asSide(
  actor: Actor,
  decision: Awaited<ReturnType<typeof openDecisions>>[number],
  now: Date,
): Omit<SideDecision, 'own'> {
  const side: AppealSide = actor.agencyId === null ? 'worker' : 'agency'
  const appealedBy = decision.appeals.map((one) => one.side)
  const may = checkDecision(decision, 'appeal', {
    ...{ actor, side, appealedBy, mediators: [], hasConflict: false, today: dayOf(now) },
  })
  const { id, complaintId, kind, status, finding, words, issuedAt } = decision
  const { workerUntil, agencyUntil, rulingWords, awaited, agencyAnswer } = decision
  return {
    ...{ id, complaintId, kind, status, finding, words, issuedAt, workerUntil, agencyUntil },
    ...{
      rulingWords,
      awaited,
      agencyAnswer,
      mayAppeal: may.ok,
      hasAppealed: appealedBy.includes(side),
    },
  }
}

const keysOf = (
  tx: Tx,
  vault: Vault,
  rows: readonly { readonly keyId: PersonKeyId }[],
): Promise<ReadonlyMap<PersonKeyId, DataKey>> =>
  openPersonKeys(tx, vault, [...new Set(rows.map(({ keyId }) => keyId))])

/** One case in which this agency is invited or something was decided. */
export type Matter = {
  readonly complaintId: string
  readonly meeting: SideMeeting | null
  readonly decisionStatus: ShownDecision['status'] | null
  readonly agencyUntil: string | null
}
const mostMatters = 200

export async function listMatters(
  tx: Tx,
  agencyId: string,
  { vault, now }: Pick<Asked, 'vault' | 'now'>,
): Promise<Matter[]> {
  const [meetings, decisions] = await Promise.all([
    listMeetingsOfAgency(tx, agencyId, mostMatters),
    listDecisionsOfAgency(tx, agencyId, mostMatters),
  ])
  const keys = await keysOf(tx, vault, meetings)
  const ids = [...new Set([...decisions, ...meetings].map(({ complaintId }) => complaintId))]
  return ids.map((complaintId) => {
    const meeting = meetings.find((one) => one.complaintId === complaintId) ?? null
    const decision = decisions.find((one) => one.complaintId === complaintId) ?? null
    const key = meeting && keys.get(meeting.keyId)
    const place = meeting?.placeSealed && key ? vault.open(key, meeting.placeSealed) : null
    return {
      complaintId,
      meeting: meeting && { ...asMeeting(meeting, { place, now }), own: null },
      decisionStatus: decision?.status ?? null,
      agencyUntil: decision?.agencyUntil ?? null,
    }
  })
}
