import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'
import { type AgencyId, type AgencyNames, listAgencies } from '../../agencies/index.ts'
import {
  type CasePerson,
  findGuardedCase,
  type GuardedCase,
  listPersons,
  listSealedParties,
  openNames,
  type PartyKind,
} from '../../complaints/index.ts'
import { type Due, listDues, listPayments, type Party, type Payment } from '../../ledger/index.ts'
import type { PayWay } from '../rules/pay-out.ts'
import { listPayWishes } from '../store/pay-wishes.ts'
import {
  type AnswerRow,
  listAnswers,
  listOutcomes,
  listRemedies,
  listTerms,
  type SealedOutcome,
  type StoredRemedy,
  type StoredTerm,
} from '../store/read-outcomes.ts'
import { type OpenReason, openReason } from './close-paid.ts'

/** A text that was opened; null where there is none, or nobody can read it any more. */
type Opened = string | null
export type ShownOutcome = Omit<SealedOutcome, 'basisSealed' | 'keyId'> & {
  readonly basis: Opened
  readonly answers: readonly AnswerRow[]
}
export type ShownTerm = Omit<StoredTerm, 'untilSealed' | 'collectorSealed'> & {
  readonly until: Opened
  readonly collector: Opened
}
export type ShownRemedy = Omit<StoredRemedy, 'wordsSealed'> & { readonly words: Opened }
export type ShownParty = {
  readonly id: string
  readonly kind: PartyKind
  readonly agencyId: string | null
  readonly name: Opened
}
/** Who owes, pays or is complained of: agencies by name, others as the file has them. */
export type PartyBook = {
  readonly agencies: ReadonlyMap<string, AgencyNames>
  readonly parties: ReadonlyMap<string, ShownParty>
}

/** All that was found and what became of it, for one page of the persons of a case. */
export type CaseMoney = {
  readonly found: GuardedCase
  readonly outcomes: readonly ShownOutcome[]
  /** Those of this page; and how many there are. */
  readonly persons: readonly CasePerson[]
  readonly allPersons: number
  readonly next: number | null
  readonly names: ReadonlyMap<string, string>
  readonly terms: readonly ShownTerm[]
  readonly remedies: readonly ShownRemedy[]
  readonly dues: readonly Due[]
  readonly payments: readonly Payment[]
  readonly book: PartyBook
  readonly open: OpenReason | null
  /** Since when somebody's word about a payment is missing; null where none is. */
  readonly waitsSince: Day | null
  /** How each wants to get her money, as far as she was asked. */
  readonly wishes: ReadonlyMap<string, PayWay>
}
const personsOfPage = 200

export async function readCaseMoney(
  tx: Tx,
  vault: Vault,
  { complaintId, from = 0 }: { readonly complaintId: string; readonly from?: number },
): Promise<CaseMoney | null> {
  const found = await findGuardedCase(tx, complaintId)
  if (!found) return null
  const all = await listPersons(tx, found.id)
  const persons = all.filter(({ position }) => position > from).slice(0, personsOfPage)
  const isHere = new Set<string>(persons.map(({ id }) => id))
  const keys = await openPersonKeys(tx, vault, [found.keyId])
  const key = keys.get(found.keyId as PersonKeyId)
  const open = (sealed: Uint8Array | null): Opened => opened(vault, key, sealed)
  const answers = await listAnswers(tx, found.id)
  const terms = (await listTerms(tx, { complaintId: found.id })).filter(({ personId }) =>
    isHere.has(personId),
  )
  const remedies = (await listRemedies(tx, { complaintId: found.id })).filter(({ personId }) =>
    isHere.has(personId),
  )
  const dues = await listDues(tx, { beneficiaryIds: [...isHere] })
  const payments = await listPayments(tx, { dueIds: dues.map(({ id }) => id) })
  const last = persons.at(-1)?.position ?? 0
  return {
    ...{ found, persons, dues, allPersons: all.length },
    next: all.some(({ position }) => position > last) ? last : null,
    outcomes: (await listOutcomes(tx, found.id)).map(({ basisSealed, keyId: _, ...outcome }) => ({
      ...outcome,
      basis: open(basisSealed),
      answers: answers.filter((row) => row.outcomeId === outcome.id && isHere.has(row.personId)),
    })),
    names: await openNames(
      tx,
      vault,
      persons.map(({ id }) => id),
    ),
    terms: terms.map(({ untilSealed, collectorSealed, ...term }) => ({
      ...{ ...term, until: open(untilSealed), collector: open(collectorSealed) },
    })),
    remedies: remedies.map(({ wordsSealed, ...remedy }) => ({
      ...remedy,
      words: open(wordsSealed),
    })),
    payments,
    waitsSince: waitsSince(payments),
    wishes: await listPayWishes(tx, [...isHere]),
    book: await readBook(tx, vault, { complaintId: found.id, dues, remedies }),
    open: await openReason(tx, found.id),
  }
}

const waitsSince = (payments: readonly Payment[]): Day | null =>
  payments
    .flatMap(({ status, recordedAt }) => (status === 'recorded' ? [dayOf(recordedAt)] : []))
    .toSorted()[0] ?? null

const opened = (vault: Vault, key: DataKey | undefined, sealed: Uint8Array | null): Opened =>
  key && sealed ? vault.open(key, sealed) : null

type Booked = {
  readonly complaintId: string
  readonly dues: readonly Pick<Due, 'debtor'>[]
  readonly remedies: readonly Pick<StoredRemedy, 'debtor'>[]
}

export async function readBook(
  tx: Tx,
  vault: Vault,
  { complaintId, dues, remedies }: Booked,
): Promise<PartyBook> {
  const sealed = await listSealedParties(tx, complaintId)
  const keys = await openPersonKeys(tx, vault, [...new Set(sealed.map(({ keyId }) => keyId))])
  const parties = sealed.map(({ id, kind, agencyId, keyId, nameSealed }) => ({
    ...{ id, kind, agencyId },
    name: opened(vault, keys.get(keyId), nameSealed),
  }))
  const debtors: Party[] = [...dues, ...remedies].map(({ debtor }) => debtor)
  const ids = [
    ...debtors.flatMap((party) => (party.kind === 'agency' ? [party.id] : [])),
    ...parties.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId as AgencyId])),
  ]
  return {
    agencies: await namesOfAgencies(tx, ids),
    parties: new Map(parties.map((party) => [party.id, party])),
  }
}

export async function namesOfAgencies(
  tx: Tx,
  ids: readonly AgencyId[],
): Promise<ReadonlyMap<string, AgencyNames>> {
  if (ids.length === 0) return new Map()
  const agencies = await listAgencies(tx, [...new Set(ids)])
  return new Map(agencies.map(({ id, names }) => [id, names]))
}
