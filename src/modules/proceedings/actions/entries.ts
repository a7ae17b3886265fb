import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  type OutcomeRefusal,
  type Recorded,
  readTerms,
  recordOutcome,
  type TermsFault,
  type TermsInput,
} from '../../compensation/index.ts'
import { listPersons } from '../../complaints/index.ts'
import type { Party } from '../../ledger/index.ts'
import type { EntryKind } from '../rules/proceeding.ts'
import { findProceeding, insertEntry, listCovered } from '../store/proceeding.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './proceedings.ts'

export type AddEntry = AboutCase & {
  readonly proceedingId: string
  readonly kind: Exclude<EntryKind, 'award'>
  readonly on: Day
  readonly time: string | null
  readonly until: Day | null
  readonly words: string | null
}

/** A hearing with its day, or an order: detention, release, freezing. */
export async function addEntry(
  tx: Tx,
  actor: Actor,
  { proceedingId, kind, on, time, until, words, ...about }: AddEntry,
): Promise<Result<null, CaseRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept, key } = opened.value
  const row = await findProceeding(tx, proceedingId)
  if (row?.complaintId !== kept.id) return refuse('not-found')
  const { vault, at } = about
  await insertEntry(tx, {
    ...{ proceedingId: row.id, complaintId: kept.id, kind, onDay: on, until, outcomeId: null },
    ...{ atTime: kind === 'hearing' ? time : null, recordedBy: actor.id, recordedAt: at },
    ...{ keyId: kept.keyId, wordsSealed: words === null ? null : vault.seal(key, words) },
  })
  const data = { proceeding: row.id, kind }
  await tell(tx, actor, kept, { type: 'proceeding.entry-added', at, data })
  return ok(null)
}

export type RecordAward = AboutCase & {
  readonly proceedingId: string
  readonly on: Day
  readonly basis: string
  readonly debtor: Party
  readonly terms: TermsInput
}
export type AwardRefusal = CaseRefusal | OutcomeRefusal | readonly TermsFault[]

/** What was awarded elsewhere, with its source, for those whom it covers; it ends nothing else. */
export async function recordAward(
  tx: Tx,
  actor: Actor,
  { proceedingId, on, basis, debtor, terms, ...about }: RecordAward,
): Promise<Result<Recorded, AwardRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept, key } = opened.value
  const { vault, at, complaintId } = about
  const row = await findProceeding(tx, proceedingId)
  if (row?.complaintId !== kept.id) return refuse('not-found')
  const covered = new Set(
    (await listCovered(tx, kept.id)).flatMap((one) =>
      one.proceedingId === row.id ? [one.personId] : [],
    ),
  )
  const persons = (await listPersons(tx, kept.id)).filter(({ id }) => covered.has(id))
  const read = readTerms(persons, terms)
  if (!read.ok) return read
  const paid = read.value.filter(({ money }) => money !== null)
  const recorded = await recordOutcome(tx, actor, {
    ...{ vault, complaintId, at, version: null, kind: 'award-elsewhere', madeOn: on, basis },
    foundIn: { type: 'proceeding', id: row.id },
    persons: paid.map(({ personId }) => ({ personId, answer: 'not-reached', how: null, on: null })),
    terms: paid.flatMap(({ personId, money, dueOn }) =>
      money === null
        ? []
        : [
            {
              ...{ kind: 'money' as const, personId, debtor, payer: null, money, dueOn },
              ...{ plan: { kind: 'once' as const }, shares: [], collector: null },
            },
          ],
    ),
  })
  if (!recorded.ok) return recorded
  await insertEntry(tx, {
    ...{ proceedingId: row.id, complaintId: kept.id, kind: 'award', onDay: on, until: null },
    ...{ atTime: null, outcomeId: recorded.value.id, recordedBy: actor.id, recordedAt: at },
    ...{ keyId: kept.keyId, wordsSealed: vault.seal(key, basis) },
  })
  const data = { proceeding: row.id, persons: paid.length }
  await tell(tx, actor, kept, { type: 'proceeding.award-recorded', at, data })
  return recorded
}
