import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { type Officer, type PersonNames, personNames } from '../../accounts/index.ts'
import { type AgencyId, type AgencyNames, listAgencies } from '../../agencies/index.ts'
import { legalTime } from '../../casework/index.ts'
import { countUnanswered, type ListedPerson } from '../../compensation/index.ts'
import {
  findGuardedCase,
  type GuardedCase,
  listSealedParties,
  openNames,
} from '../../complaints/index.ts'
import type { ShownEvidence } from '../../evidence/index.ts'
import { findRule, type Rule } from '../../law/index.ts'
import { wasAskedAboutSafety } from '../../protection/index.ts'
import { offeredMeetingActions, refusePlan } from '../rules/conditions.ts'
import {
  type AppealSide,
  type Awaited,
  awaitedOf,
  type DecisionAction,
  type DraftRefusal,
  offeredDecisionActions,
  refuseDraft,
} from '../rules/decision.ts'
import type { MeetingAction } from '../rules/meeting.ts'
import { attemptsRule, type MeetingDays, noticeRule } from '../rules/meeting-day.ts'
import { officersInConflict } from '../store/conflict.ts'
import { type AppealRow, type DecisionRow, listAppeals, listDecisions } from '../store/decision.ts'
import { type ExhibitRow, listExhibits } from '../store/exhibit.ts'
import {
  type AttendanceRow,
  type CostRow,
  listAttendance,
  listCosts,
  listMeetings,
  type MeetingRow,
} from '../store/meeting.ts'
import { agenciesOf } from './about-case.ts'
import { draftFacts, readAuthority } from './draft-decision.ts'
import { personsOf } from './end-meeting.ts'
import { type DecisionWords, type Minutes, openDecision, openMinutes } from './minutes.ts'
import { listConductors, noticeDays, workerProvinceOf } from './plan-meeting.ts'
import { unsortedEvidence } from './sort-evidence.ts'

export type ShownMeeting = MeetingRow & {
  readonly place: string | null
  readonly reason: string | null
  readonly minutes: Minutes | null
  readonly report: string | null
  readonly attendance: readonly AttendanceRow[]
  readonly costs: readonly CostRow[]
  readonly actions: readonly MeetingAction[]
}
export type ShownExhibit = ExhibitRow & { readonly what: string | null }
export type ShownAppeal = AppealRow & { readonly grounds: string | null }
export type ShownDecision = DecisionRow & {
  readonly words: DecisionWords | null
  readonly untilReason: string | null
  readonly rulingWords: string | null
  readonly appeals: readonly ShownAppeal[]
  /** Whose answer to a proposal is missing; of the workers as far as one may see them. */
  readonly awaited: Awaited | null
  readonly actions: readonly DecisionAction[]
  /** The sides that may still appeal today. */
  readonly mayAppeal: readonly AppealSide[]
}
export type Debtor = { readonly value: string; readonly names: AgencyNames | string | null }

/** Everything that the officers' page of a conciliation shows. */
export type ConciliationView = {
  readonly kept: GuardedCase
  readonly meetings: readonly ShownMeeting[]
  readonly exhibits: readonly ShownExhibit[]
  readonly unsorted: readonly ShownEvidence[]
  readonly decisions: readonly ShownDecision[]
  readonly persons: readonly (ListedPerson & { readonly name: string | null })[]
  readonly debtors: readonly Debtor[]
  readonly conductors: readonly Officer[]
  readonly people: ReadonlyMap<string, PersonNames>
  readonly notice: Rule | null
  readonly attempts: Rule | null
  readonly order: Rule | null
  readonly appeal: Rule | null
  readonly days: MeetingDays
  readonly workerProvince: string | null
  readonly mayPlan: boolean
  /** Somebody asked about her safety, whatever came of it. */
  readonly isScreened: boolean
  /** Null where the actor may write a decision; else why not. */
  readonly draftRefusal: DraftRefusal | null
  readonly hasConflict: boolean
}

/** Null where there is no such case, or it is not this officer's to see. */
export async function readConciliation(
  tx: Tx,
  actor: Actor,
  { vault, complaintId, now }: { vault: Vault; complaintId: string; now: Date },
): Promise<ConciliationView | null> {
  const kept = await findGuardedCase(tx, complaintId)
  if (!kept) return null
  const key = (await openPersonKeys(tx, vault, [kept.keyId])).get(kept.keyId) ?? null
  const inConflict = await officersInConflict(tx, kept.id)
  const opening = { vault, key }
  const [meetings, exhibits, decisions, persons, law] = await Promise.all([
    shownMeetings(tx, kept.id, opening),
    shownExhibits(tx, kept.id, opening),
    shownDecisions(tx, kept.id, opening),
    personsOf(tx, kept.id),
    legalTime(tx, dayOf(now)),
  ])
  const names = await openNames(tx, vault, persons.map(({ id }) => id) as never)
  const hasConflict = inConflict.includes(actor.id)
  const mayWork = hasRole(actor, 'complaints-officer', 'complaints-head')
  const meetingFacts = { actor, isProtected: kept.isProtected, hasConflict }
  const opened = { kept, inConflict, key: key as DataKey, agencyIds: [] }
  const facts = await draftFacts(tx, actor, { opened, vault })
  const free = persons.filter(({ id }) => !facts.taken.has(id)).map(({ id }) => id)
  const { order, appeal } = await readAuthority(tx, now)
  const decisionFacts = { actor, mediators: facts.mediators, hasConflict, today: dayOf(now) }
  return {
    ...{ kept, exhibits, order, appeal, hasConflict, workerProvince: workerProvinceOf(kept) },
    meetings: meetings.map((one) => ({
      ...one,
      actions: offeredMeetingActions(one, meetingFacts),
    })),
    decisions: decisions.map((one) => withActions(one, decisionFacts)),
    persons: persons.map((one) => ({ ...one, name: names.get(one.id as never) ?? null })),
    unsorted: mayWork ? await unsortedEvidence(tx, vault, kept.id) : [],
    debtors: await debtorsOf(tx, { vault, kept, key }),
    conductors: mayWork ? await listConductors(tx, kept.area, now) : [],
    people: await personNames(tx, peopleOf(meetings, decisions)),
    notice: findRule(law.book, noticeRule),
    attempts: findRule(law.book, attemptsRule),
    days: noticeDays(law, now),
    isScreened: await wasAskedAboutSafety(tx, kept.id),
    mayPlan: mayWork && !hasConflict && canPlan(kept, meetings),
    draftRefusal: refuseDraft(free, { ...facts, unsorted: 0 }),
  }
}

const plannable = [
  'registered',
  'agency-asked',
  'agency-answered',
  'in-conciliation',
  'not-settled',
  'performance',
]

const canPlan = (kept: GuardedCase, earlier: readonly MeetingRow[]): boolean =>
  plannable.includes(kept.status) &&
  kept.openness !== 'anonymous' &&
  refusePlan(
    { way: 'phone', province: null, reason: null },
    { isProtected: kept.isProtected, earlier, conductorInConflict: false, workerProvince: null },
  ) === null

type Opening = { readonly vault: Vault; readonly key: DataKey | null }
const openWith = ({ vault, key }: Opening, sealed: Uint8Array | null): string | null =>
  sealed && key ? vault.open(key, sealed) : null

async function shownMeetings(
  tx: Tx,
  complaintId: string,
  opening: Opening,
): Promise<Omit<ShownMeeting, 'actions'>[]> {
  const [rows, attendance, costs] = await Promise.all([
    listMeetings(tx, complaintId),
    listAttendance(tx, complaintId),
    listCosts(tx, complaintId),
  ])
  return rows.map((row) => ({
    ...row,
    place: openWith(opening, row.placeSealed),
    reason: openWith(opening, row.reasonSealed),
    report: openWith(opening, row.reportSealed),
    minutes:
      row.minutesSealed && opening.key
        ? openMinutes(opening.vault, opening.key, row.minutesSealed)
        : null,
    attendance: attendance.filter(({ meetingId }) => meetingId === row.id),
    costs: costs.filter(({ meetingId }) => meetingId === row.id),
  }))
}

const shownExhibits = async (
  tx: Tx,
  complaintId: string,
  opening: Opening,
): Promise<ShownExhibit[]> =>
  (await listExhibits(tx, complaintId)).map((row) => ({
    ...row,
    what: openWith(opening, row.whatSealed),
  }))

type OpenDecision = Omit<ShownDecision, 'actions' | 'mayAppeal'>

async function shownDecisions(
  tx: Tx,
  complaintId: string,
  opening: Opening,
): Promise<OpenDecision[]> {
  const rows = await listDecisions(tx, complaintId)
  return openDecisions(tx, rows, opening)
}

/** Decisions with their words and appeals, for whoever may read them. */
export async function openDecisions(
  tx: Tx,
  rows: readonly DecisionRow[],
  opening: Opening,
): Promise<OpenDecision[]> {
  const appeals = await listAppeals(
    tx,
    rows.map(({ id }) => id),
  )
  const unanswered = await unansweredOf(tx, rows)
  return rows.map((row) => ({
    ...row,
    awaited: awaitedOf(row, unanswered.get(row.id) ?? 0),
    words: opening.key ? openDecision(opening.vault, opening.key, row.contentSealed) : null,
    untilReason: openWith(opening, row.untilReasonSealed),
    rulingWords: openWith(opening, row.rulingSealed),
    appeals: appeals
      .filter(({ decisionId }) => decisionId === row.id)
      .map((one) => ({ ...one, grounds: openWith(opening, one.groundsSealed) })),
  }))
}

async function unansweredOf(
  tx: Tx,
  rows: readonly DecisionRow[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { id, kind, status, outcomeId } of rows)
    if (kind === 'proposal' && status === 'issued' && outcomeId !== null)
      counts.set(id, await countUnanswered(tx, outcomeId))
  return counts
}

type DecidingFacts = Omit<Parameters<typeof offeredDecisionActions>[1], 'appealedBy' | 'side'>

function withActions(decision: OpenDecision, facts: DecidingFacts): ShownDecision {
  const appealedBy = decision.appeals.map(({ side }) => side)
  const offered = (side: AppealSide) =>
    offeredDecisionActions(decision, { ...facts, appealedBy, side })
  const mayAppeal = (['worker', 'agency'] as const).filter((side) =>
    offered(side).includes('appeal'),
  )
  return { ...decision, actions: offered('worker').filter((one) => one !== 'appeal'), mayAppeal }
}

async function debtorsOf(
  tx: Tx,
  { vault, kept, key }: Opening & { readonly kept: GuardedCase },
): Promise<Debtor[]> {
  const agencies = await listAgencies(tx, (await agenciesOf(tx, kept.id)) as AgencyId[])
  const parties = await listSealedParties(tx, kept.id)
  const others = parties.filter(({ agencyId, endedAt }) => agencyId === null && endedAt === null)
  return [
    ...agencies.map(({ id, names }) => ({ value: `agency:${id}`, names })),
    ...others.map((party) => ({
      value: `party:${party.id}`,
      names: openWith({ vault, key }, party.nameSealed),
    })),
  ]
}

const peopleOf = (meetings: readonly MeetingRow[], decisions: readonly DecisionRow[]): string[] => [
  ...new Set([
    ...meetings.map(({ conductedBy }) => conductedBy),
    ...decisions.flatMap(({ decidedBy, ruledBy }) => [decidedBy, ...(ruledBy ? [ruledBy] : [])]),
  ]),
]
