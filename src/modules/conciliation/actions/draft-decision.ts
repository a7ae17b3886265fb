import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { legalTime } from '../../casework/index.ts'
import {
  type PersonTerm,
  readTerms,
  type TermsFault,
  type TermsInput,
} from '../../compensation/index.ts'
import { appliedRule, clockRule, dueAt, findRule } from '../../law/index.ts'
import {
  appealDays,
  appealRule,
  type Decision,
  type DecisionId,
  type DraftRefusal,
  decisionEventOf,
  type Finding,
  kindFor,
  mayOrderRule,
  refuseDraft,
  type UntilRefusal,
} from '../rules/decision.ts'
import {
  bindPersons,
  type DraftTerm,
  insertDecision,
  listDecidedPersons,
  listMediators,
} from '../store/decision.ts'
import { listMeetings } from '../store/meeting.ts'
import { type AboutCase, type CaseRefusal, type OpenCase, openCase, tell } from './about-case.ts'
import { personsOf } from './end-meeting.ts'
import { type DecisionWords, sealDecision } from './minutes.ts'
import { unsortedEvidence } from './sort-evidence.ts'

export type DraftDecision = AboutCase & {
  readonly words: DecisionWords
  readonly finding: Finding
  /** For whom, with their sums; of a decision against them, without. */
  readonly terms: TermsInput
  readonly workerUntil: Day | null
  readonly agencyUntil: Day | null
  readonly untilReason: string | null
}
export type DraftDecisionRefusal =
  | CaseRefusal
  | DraftRefusal
  | UntilRefusal
  | readonly TermsFault[]
  | 'decision-without-sum'

/** Written by a second officer; it is nothing to anybody until that officer signs it. */
export async function draftDecision(
  tx: Tx,
  actor: Actor,
  asked: DraftDecision,
): Promise<Result<DecisionId, DraftDecisionRefusal>> {
  const opened = await openCase(tx, actor, asked)
  if (!opened.ok) return opened
  const { kept, key, agencyIds } = opened.value
  const { vault, at, words, finding, untilReason } = asked
  const terms = await termsOf(tx, asked)
  if (!terms.ok) return terms
  const persons = terms.value.map(({ personId }) => personId)
  const facts = await draftFacts(tx, actor, { opened: opened.value, vault })
  const refusal = refuseDraft(persons, facts)
  if (refusal) return refuse(refusal)
  const law = await readAuthority(tx, at)
  const until = appealDays(
    { byRule: law.appealUntil, today: dayOf(at) },
    { worker: asked.workerUntil, agency: asked.agencyUntil, reason: untilReason },
  )
  if (!until.ok) return until

  const id = newId<DecisionId>()
  const { worker: workerUntil, agency: agencyUntil, by: untilBy } = until.value
  await insertDecision(tx, {
    ...{ id, complaintId: kept.id, kind: law.kind, decidedBy: actor.id, finding, agencyIds },
    ...{ draftedAt: at, workerUntil, agencyUntil, untilBy, mayOrder: law.mayOrder },
    ...{ rulesApplied: law.applied, terms: terms.value.map(asDrafted), keyId: kept.keyId },
    contentSealed: sealDecision(vault, key, words),
    untilReasonSealed: untilBy === 'officer' ? vault.seal(key, untilReason ?? '') : null,
  })
  if (!(await bindPersons(tx, { id, complaintId: kept.id }, persons)))
    return refuse('already-decided-for')
  const data = { decision: id, kind: law.kind, persons: persons.length }
  await tell(tx, actor, opened.value, { type: decisionEventOf.draft, at, data })
  return ok(id)
}

/** Against her, nothing is due; otherwise somebody has to get something. */
async function termsOf(
  tx: Tx,
  { complaintId, finding, terms }: DraftDecision,
): Promise<Result<PersonTerm[], readonly TermsFault[] | 'decision-without-sum'>> {
  const persons = await personsOf(tx, complaintId)
  const input: TermsInput =
    finding === 'against' ? { ...terms, mode: 'column', column: new Map() } : terms
  const read = readTerms(persons, input)
  if (!read.ok || finding === 'against') return read
  return read.value.some(({ money }) => money !== null) ? read : refuse('decision-without-sum')
}

const asDrafted = ({ personId, money, dueOn }: PersonTerm): DraftTerm => ({
  ...{ personId, dueOn },
  minor: money?.minor.toString() ?? null,
  currency: money?.currency ?? null,
})

export const asTerm = ({ personId, minor, currency, dueOn }: DraftTerm): PersonTerm => ({
  ...{ personId, answer: 'not-reached', dueOn: dueOn as Day },
  money:
    minor === null || currency === null
      ? null
      : { minor: BigInt(minor), currency: currency as Currency },
})

/** What the rule about second officers needs to know of this case and this actor. */
export async function draftFacts(
  tx: Tx,
  actor: Actor,
  { opened: { kept, inConflict }, vault }: { opened: OpenCase; vault: AboutCase['vault'] },
) {
  const [mediators, meetings, decided, unsorted] = await Promise.all([
    listMediators(tx, kept.id),
    listMeetings(tx, kept.id),
    listDecidedPersons(tx, kept.id),
    unsortedEvidence(tx, vault, kept.id),
  ])
  const { ownerId, isProtected } = kept
  return {
    ...{ actor, mediators, ownerId, isProtected, unsorted: unsorted.length },
    hasConflict: inConflict.includes(actor.id),
    hasFailed: meetings.some(({ status }) => status === 'failed'),
    taken: new Set(decided),
  }
}

/** Whether the ministry may order, and how long one may appeal: as the rules stand today. */
export async function readAuthority(tx: Tx, at: Date) {
  const { book, calendar } = await legalTime(tx, dayOf(at))
  const order = findRule(book, mayOrderRule)
  const appeal = findRule(book, appealRule)
  const term = appeal && clockRule(book, appealRule)
  const isKnown = order !== null && order.value !== null && order.standing !== 'unknown'
  const mayOrder = isKnown ? saidBy(order.value) : 'unknown'
  return {
    mayOrder: mayOrder as Decision['mayOrder'],
    ...{ order, appeal },
    kind: kindFor(mayOrder === 'unknown' ? null : mayOrder === 'yes'),
    appealUntil: term ? dayOf(dueAt(at, term, calendar).dueAt) : null,
    applied: [order, appeal].flatMap((rule) => (rule ? [appliedRule(rule)] : [])),
  }
}

/** The rule names who may order; that nobody may is a value, too. */
const saidBy = (value: unknown): 'yes' | 'no' =>
  value === false || value === 'no' || value === 'nobody' ? 'no' : 'yes'
