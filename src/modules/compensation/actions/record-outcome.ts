import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { type AgencyId, listAgencies } from '../../agencies/index.ts'
import {
  type CasePerson,
  findGuardedCase,
  type GuardedCase,
  listPersons,
  listSealedParties,
  type MoveComplaint,
  moveComplaint,
} from '../../complaints/index.ts'
import { appliedRule, findRule, rulebook } from '../../law/index.ts'
import type { Party } from '../../ledger/index.ts'
import {
  kindByRule,
  type NewMoneyTerm,
  type NewOutcome,
  type NewRemedy,
  type NewTerm,
  type OutcomeId,
  type OutcomeKind,
  orderRule,
  takesCredit,
} from '../rules/outcome.ts'
import { type OutcomeFault, outcomeFault } from '../rules/outcome-faults.ts'
import {
  hasMediated,
  insertAnswers,
  insertOutcome,
  insertRemedies,
  insertTerms,
  lastOutcome,
} from '../store/outcome.ts'
import { openDuesOfTerms } from './open-terms.ts'
import { remedyRow, termRow } from './term-rows.ts'

export type RecordOutcome = NewOutcome & {
  readonly vault: Vault
  readonly complaintId: string
  /** As the case stood when it was read; null where nobody read it. */
  readonly version: number | null
  /** When to look at the case again; else the rule says it. */
  readonly reviewOn?: Day | null
  readonly at: Date
}
type MoveRefusal =
  Awaited<ReturnType<typeof moveComplaint>> extends infer R
    ? Extract<R, { ok: false }> extends { refusal: infer F }
      ? F
      : never
    : never
export type OutcomeRefusal =
  | OutcomeFault
  | MoveRefusal
  | 'not-found'
  | 'debtor-unknown'
  | 'mediator-decides-not'
export type Recorded = {
  readonly id: OutcomeId
  /** A decision that no known rule allows was recorded as a proposal. */
  readonly kind: OutcomeKind
  /** The n-th outcome of its case. */
  readonly position: number
  readonly dues: number
}

/**
 * Records what a case ended in for some of its persons: what each said to it, the terms, and for
 * whom it binds the dues in the ledger and the remedies. Hundreds of persons with a handful of
 * statements; all of it or nothing. Whoever is not named is not touched.
 */
export async function recordOutcome(
  tx: Tx,
  actor: Actor,
  asked: RecordOutcome,
): Promise<Result<Recorded, OutcomeRefusal>> {
  const { vault, complaintId, version, reviewOn = null, at } = asked
  const found = await findGuardedCase(tx, complaintId)
  if (!found) return refuse('not-found')
  // First, for it holds the case: two outcomes at once do not take the same place.
  const moved = await moveComplaint(tx, actor, {
    ...{ vault, id: found.id, version, reviewOn, at },
    action: actionFor(asked.kind, found),
  })
  if (!moved.ok) return moved
  // Who the case concerns is known from when it was taken up.
  const persons = await listPersons(tx, found.id)
  const fault = await faultOf(tx, actor, { asked, found, persons })
  if (fault) return refuse(fault)
  return ok(await keep(tx, { asked, found, persons }))
}

type Ready = {
  readonly asked: RecordOutcome
  readonly found: GuardedCase
  readonly persons: readonly CasePerson[]
}

/** What was agreed in a meeting settles; what was ordered decides; the rest is recorded. */
function actionFor(kind: OutcomeKind, { status }: GuardedCase): MoveComplaint['action'] {
  if (kind === 'settlement' && (status === 'in-conciliation' || status === 'performance'))
    return 'settle'
  return (kind === 'decision' || kind === 'proposal') && status !== 'in-conciliation'
    ? 'decide'
    : 'record-outcome'
}

async function faultOf(
  tx: Tx,
  actor: Actor,
  { asked, found, persons }: Ready,
): Promise<OutcomeRefusal | null> {
  const fault = outcomeFault(asked, { persons, today: dayOf(asked.at) })
  if (fault) return fault
  if (!(await areKnown(tx, found, asked.terms))) return 'debtor-unknown'
  const decides = asked.kind === 'decision' || asked.kind === 'proposal'
  const mediator = { complaintId: found.id, personId: actor.id }
  return decides && (await hasMediated(tx, mediator)) ? 'mediator-decides-not' : null
}

/** Every debtor and payer is an agency of the register or a party of this case. */
async function areKnown(tx: Tx, { id }: GuardedCase, terms: readonly NewTerm[]): Promise<boolean> {
  const parties = terms.flatMap((term): (Party | null)[] =>
    term.kind === 'money' ? [term.debtor, term.payer] : [term.debtor],
  )
  const ids = (kind: Party['kind']) => [
    ...new Set(parties.flatMap((each) => (each?.kind === kind ? [each.id as string] : []))),
  ]
  const agencies = await listAgencies(tx, ids('agency') as AgencyId[])
  if (agencies.length !== ids('agency').length) return false
  if (ids('party').length === 0) return true
  const ofCase = new Set<string>((await listSealedParties(tx, id)).map((party) => party.id))
  return ids('party').every((party) => ofCase.has(party))
}

async function keep(tx: Tx, { asked, found, persons }: Ready): Promise<Recorded> {
  const { vault, madeOn, basis, foundIn, at, terms } = asked
  const key = await keyOf(tx, vault, found)
  const rule = findRule(await rulebook(tx, madeOn), orderRule)
  const standing = rule?.standing ?? 'unknown'
  const kind = kindByRule(asked.kind, standing)
  const id = newId<OutcomeId>()
  const position = (await lastOutcome(tx, found.id)) + 1
  await insertOutcome(tx, {
    ...{ id, complaintId: found.id, position, kind, madeOn, foundIn, standing, at },
    ruleApplied: rule && appliedRule(rule),
    ...{ keyId: found.keyId, basisSealed: vault.seal(key, basis.trim()) },
    agencyIds: agenciesOf(terms),
  })
  await insertAnswers(tx, { id, complaintId: found.id, at }, asked.persons)
  const answerOf = new Map(asked.persons.map(({ personId, answer }) => [personId, answer]))
  const within = { outcomeId: id, complaintId: found.id, kind, answerOf, vault, key }
  const money = terms.filter((term): term is NewMoneyTerm => term.kind === 'money')
  const remedies = terms.filter((term): term is NewRemedy => term.kind === 'remedy')
  const rows = money.map((term) => termRow(term, within))
  await insertTerms(tx, rows)
  await insertRemedies(
    tx,
    remedies.map((term) => remedyRow(term, within)),
  )
  const bound = rows.filter(({ inForce }) => inForce)
  const reference = `${found.number}/${position}`
  const dues = await openDuesOfTerms(tx, {
    ...{ terms: bound, persons, kind, reference, at, takesCredit: takesCredit(kind) },
  })
  return { id, kind, position, dues }
}

async function keyOf(tx: Tx, vault: Vault, { keyId }: GuardedCase): Promise<DataKey> {
  const key = (await openPersonKeys(tx, vault, [keyId])).get(keyId)
  if (!key) throw new Error('the key of an open complaint is gone')
  return key
}

const agenciesOf = (terms: readonly NewTerm[]): string[] => [
  ...new Set(
    terms
      .flatMap((term) => (term.kind === 'money' ? [term.debtor, term.payer] : [term.debtor]))
      .flatMap((party) => (party?.kind === 'agency' ? [party.id] : [])),
  ),
]
