import type { Desk } from '../../../../tests/support/complaint-desk.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Result } from '../../../kernel/result.ts'
import { type Tx, transact } from '../../../platform/db.ts'
import {
  addPersons,
  type CasePersonId,
  type ComplaintId,
  listPersons,
  moveComplaint,
} from '../../complaints/index.ts'
import { type OutcomeRefusal, type Recorded, recordOutcome } from '../actions/record-outcome.ts'
import type { NewMoneyTerm, NewOutcome, NewRemedy, PersonAnswer } from '../rules/outcome.ts'

export const madeOn = '2026-11-19' as Day

export const must = <T, R>(result: Result<T, R>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

export type GroupCase = {
  readonly id: ComplaintId
  readonly number: string
  readonly secret: string
  readonly persons: readonly CasePersonId[]
}

/** A registered case of so many persons against the first agency. */
export async function aGroupCase(desk: Desk, count: number): Promise<GroupCase> {
  const receipt = await desk.aComplaint({ agencyId: desk.agencies[0] })
  const id = receipt.id as ComplaintId
  const officer = await desk.actor('officer')
  const at = desk.clock.now
  const persons = must(
    await transact(desk.db, officer, async (tx) => {
      const moved = await moveComplaint(tx, officer, {
        ...{ vault: desk.vault, id, action: 'register', version: null, at },
      })
      if (!moved.ok) return moved
      if (count > 1) {
        const added = await addPersons(tx, officer, {
          ...{ vault: desk.vault, complaintId: id, version: null, at },
          persons: Array.from({ length: count - 1 }, (_, n) => ({
            ...{ name: `អ្នកគំរូ ${n + 2}`, contact: null, sex: null, minor: null },
            ...{ situation: 'at-home' as const, joins: 'agreed' as const, claims: [] },
          })),
        })
        if (!added.ok) return added
      }
      return { ok: true as const, value: (await listPersons(tx, id)).map((person) => person.id) }
    }),
  )
  return { id, number: receipt.number, secret: receipt.secret, persons }
}

export const accepted = (personId: string): PersonAnswer => ({
  ...{ personId, answer: 'accepted', how: 'thumbprint', on: madeOn },
})
export const refused = (personId: string): PersonAnswer => ({
  ...{ personId, answer: 'refused', how: 'by-phone', on: madeOn },
})
export const notReached = (personId: string): PersonAnswer => ({
  ...{ personId, answer: 'not-reached', how: null, on: null },
})

type Debtor = Pick<NewMoneyTerm, 'personId' | 'debtor'>

/** 250 dollars to one person by the tenth of December. */
export const aTerm = (of: Debtor & Partial<NewMoneyTerm>): NewMoneyTerm => ({
  ...{ kind: 'money', payer: null, money: { minor: 25_000n, currency: 'USD' } },
  ...{ dueOn: '2026-12-10' as Day, plan: { kind: 'once' }, shares: [], collector: null },
  ...of,
})
export const aRemedy = (of: Debtor & Partial<NewRemedy>): NewRemedy => ({
  ...{ kind: 'remedy', remedy: 'document-returned', dueOn: '2026-12-01' as Day, words: null },
  ...of,
})

export const aSettlement = (over: Pick<NewOutcome, 'persons' | 'terms'>): NewOutcome => ({
  ...{ kind: 'settlement', madeOn, basis: 'កំណត់ហេតុ ថ្ងៃទី 19', foundIn: null },
  ...over,
})

/** Records an outcome as this officer. */
export const outcomeBy = async (
  desk: Desk,
  complaintId: string,
  outcome: NewOutcome,
  login = 'officer',
): Promise<Result<Recorded, OutcomeRefusal>> => {
  const officer = await desk.actor(login)
  const asked = { ...outcome, vault: desk.vault, complaintId, version: null, at: desk.clock.now }
  return by(desk, officer, (tx) => recordOutcome(tx, officer, asked))
}

export const by = <T, R>(
  desk: Desk,
  actor: Actor,
  work: (tx: Tx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> => transact(desk.db, actor, work)
