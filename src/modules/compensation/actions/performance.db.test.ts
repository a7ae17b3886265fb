import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useComplaintDesk } from '../../../../tests/support/complaint-desk.ts'
import { type Actor, complainantActor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { takeComplaintAction } from '../../complaints/actions/take-complaint-action.ts'
import { listDues, listPayments, proveLedger } from '../../ledger/index.ts'
import type { Answer } from '../rules/outcome.ts'
import type { Heard } from '../rules/word.ts'
import {
  accepted,
  aGroupCase,
  aRemedy,
  aSettlement,
  aTerm,
  by,
  type GroupCase,
  madeOn,
  must,
  notReached,
  outcomeBy,
  refused,
} from '../testing/outcomes.ts'
import { closePaid } from './close-paid.ts'
import { endPlan } from './end-plan.ts'
import { followDues } from './follow-dues.ts'
import { giveWord } from './give-word.ts'
import { payDues } from './pay-dues.ts'
import { recordAnswer } from './record-answer.ts'
import { giveRemedyWord, reportRemedy } from './remedies.ts'

const desk = useComplaintDesk()
const agency = () => ({ kind: 'agency' as const, id: desk.agencies[0] })
/** In the order of the persons: ids of one moment come in any. */
const duesOf = async (caseId: string) =>
  (await listDues(desk.owner, { caseIds: [caseId] })).toSorted(
    (a, b) => a.dueOn.localeCompare(b.dueOn) || a.reference.localeCompare(b.reference),
  )
const heard: Heard = { saidBy: 'herself', how: 'by-phone', on: madeOn }
const at = desk.clock.now

/** A settlement of 250 dollars for each of so many persons. */
async function aSettledCase(count: number, answers = accepted) {
  const group = await aGroupCase(desk, count)
  const terms = group.persons.map((personId) => aTerm({ personId, debtor: agency() }))
  const { id: outcomeId } = must(
    await outcomeBy(desk, group.id, aSettlement({ persons: group.persons.map(answers), terms })),
  )
  return { ...group, outcomeId }
}
const her = (group: GroupCase, place = 0): Actor =>
  complainantActor(group.id, place === 0 ? undefined : group.persons[place])
const paid = async (caseId: string, minor: bigint, actor?: Actor, place = 0) => {
  const due = (await duesOf(caseId))[place]
  const by_ = actor ?? (await desk.actor('officer'))
  const lines = [{ dueId: due!.id, personId: due!.beneficiaryId, minor }]
  return by(desk, by_, (tx) =>
    payDues(tx, by_, {
      ...{ lines, paidOn: madeOn, channel: 'bank', payer: null, reference: 'SLIP-1' },
      ...{ evidenceId: null, at },
    }),
  )
}
type Word = Parameters<typeof giveWord>[2]['word']
const say = async (
  actor: Actor,
  { dueId, paymentId }: { dueId: string; paymentId: string },
  word: Word,
) =>
  by(desk, actor, (tx) =>
    giveWord(tx, actor, {
      ...{ dueId, paymentId, word, at, heard: actor.kind === 'complainant' ? null : heard },
    }),
  )
const firstPayment = async (caseId: string) => {
  const [due] = await duesOf(caseId)
  const [payment] = await listPayments(desk.owner, { dueIds: [due!.id] })
  return { dueId: due!.id as string, paymentId: payment!.id as string }
}
const came: Word = { answer: 'came', minor: null }
const not: Word = { answer: 'not', minor: null }
const standing = async (caseId: string) =>
  (await duesOf(caseId)).map(({ owed, paid, received }) => [owed, paid, received].map(Number))
type Ends =
  | 'propose-closure'
  | 'agree-to-closure'
  | 'close-with-consent'
  | 'close-without-confirmation'
const close = (actor: Actor, complaintId: string) =>
  by(desk, actor, (tx) =>
    closePaid(tx, actor, { vault: desk.vault, complaintId, version: null, at }),
  )

describe('a word about a payment', () => {
  it('of somebody else, of another case, or of nothing tells the same: not found', async () => {
    const mine = await aSettledCase(2)
    const others = await aSettledCase(1)
    must(await paid(mine.id, 25_000n))
    const payment = await firstPayment(mine.id)

    for (const stranger of [her(others), her(mine, 1), complainantActor(others.id)])
      expect(await say(stranger, payment, came)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await say(her(mine), { dueId: payment.dueId, paymentId: others.id }, came)).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await say(await desk.actor('clerk'), payment, came).catch(() => 'refused')).not.toEqual({
      ok: true,
      value: null,
    })
    expect((await standing(mine.id))[0]).toEqual([0, 25_000, 0])
  })

  it('counts once; what did not come is owed again; of a part the rest is', async () => {
    const mine = await aSettledCase(1)
    must(await paid(mine.id, 25_000n))
    const first = await firstPayment(mine.id)
    const more: Word = { answer: 'part', minor: 25_001n }

    expect(await say(her(mine), first, more)).toMatchObject({ refusal: 'more-than-paid' })
    expect(await say(her(mine), first, { answer: 'part', minor: 0n })).toMatchObject({
      refusal: 'not-a-sum',
    })
    must(await say(her(mine), first, { answer: 'part', minor: 10_000n }))
    expect(await standing(mine.id)).toEqual([[15_000, 0, 10_000]])
    expect(await say(her(mine), first, came)).toMatchObject({ refusal: 'not-waiting' })
    must(await paid(mine.id, 15_000n))
    const payments = await listPayments(desk.owner, { dueIds: [first.dueId as never] })
    const waiting = payments.find(({ status }) => status === 'recorded')
    must(await say(her(mine), { ...first, paymentId: waiting!.id }, not))
    expect(await standing(mine.id)).toEqual([[15_000, 0, 10_000]])
  })

  it('from an officer says whom she heard, how and when', async () => {
    const mine = await aSettledCase(1)
    must(await paid(mine.id, 25_000n))
    const first = await firstPayment(mine.id)
    const officer = await desk.actor('officer')
    const asked = { ...first, word: came, at }

    expect(
      await by(desk, officer, (tx) => giveWord(tx, officer, { ...asked, heard: null })),
    ).toMatchObject({ refusal: 'how-missing' })
    const later = { ...heard, on: '2027-01-01' as Day }
    expect(
      await by(desk, officer, (tx) => giveWord(tx, officer, { ...asked, heard: later })),
    ).toMatchObject({ refusal: 'said-in-the-future' })
    must(await say(officer, first, came))
    const [word] =
      await desk.owner`select said_by, how, said_on from word_given where subject_id = ${first.paymentId}`
    expect(word).toEqual({ said_by: 'herself', how: 'by-phone', said_on: madeOn })
  })
})

describe('a payment', () => {
  it('of more than is owed, to somebody else, or tomorrow is refused', async () => {
    const mine = await aSettledCase(2)
    const officer = await desk.actor('officer')
    const [due, other] = await duesOf(mine.id)
    const line = { dueId: due!.id, personId: due!.beneficiaryId, minor: 1n }
    const record = (over: object, lines: object[] = [line]) =>
      by(desk, officer, (tx) =>
        payDues(tx, officer, {
          ...{ lines: lines as never, paidOn: madeOn, channel: 'cash', payer: null, at },
          ...{ reference: null, evidenceId: null, ...over },
        }),
      )

    expect(await record({}, [])).toMatchObject({ refusal: 'nothing-paid' })
    expect(await record({ paidOn: '2026-11-21' })).toMatchObject({ refusal: 'paid-in-the-future' })
    expect(await record({}, [{ ...line, minor: 25_001n }])).toMatchObject({
      refusal: 'more-than-owed',
    })
    const wrong = { ...line, personId: other!.beneficiaryId }
    expect(await record({}, [wrong])).toMatchObject({ refusal: 'wrong-person' })
    expect(await record({}, [line, { ...line, dueId: 'x' }])).toMatchObject({
      refusal: 'no-such-due',
    })
    expect(await standing(mine.id)).toEqual([
      [25_000, 0, 0],
      [25_000, 0, 0],
    ])
  })

  it('is reported by the agency that owes, and by no other', async () => {
    const mine = await aSettledCase(1)

    expect(await paid(mine.id, 5_000n, await desk.actor('clerk2'))).toMatchObject({
      refusal: 'no-such-due',
    })
    must(await paid(mine.id, 5_000n, await desk.actor('clerk')))
    expect(await standing(mine.id)).toEqual([[20_000, 5_000, 0]])
  })
})

describe('a later answer', () => {
  const answered = async (
    group: { outcomeId: string },
    answer: ReturnType<typeof accepted>,
    version = 1,
  ) => {
    const officer = await desk.actor('officer')
    return by(desk, officer, (tx) =>
      recordAnswer(tx, officer, { outcomeId: group.outcomeId, answer, version, dueOn: null, at }),
    )
  }

  it('touches one person only: her yes opens, her no takes back what nobody paid', async () => {
    const answersOf = (id: string) => (id === one ? accepted(id) : notReached(id))
    let one = ''
    const group = await aSettledCase(3, (id) => {
      one ||= id
      return answersOf(id)
    })
    const [, two = ''] = group.persons

    must(await answered(group, accepted(two)))
    expect(await standing(group.id)).toEqual([
      [25_000, 0, 0],
      [25_000, 0, 0],
    ])
    expect(await answered(group, refused(two))).toMatchObject({ refusal: 'changed-meanwhile' })
    must(await answered(group, refused(two), 2))
    expect((await standing(group.id)).toSorted()).toEqual([
      [0, 0, 0],
      [25_000, 0, 0],
    ])
    must(await answered(group, accepted(two), 3))
    expect(await standing(group.id)).toHaveLength(3)
    expect(await proveLedger(desk.owner)).toEqual([])
  })

  it('does not take back what was paid', async () => {
    const group = await aSettledCase(1)
    must(await paid(group.id, 1n))
    const [one = ''] = group.persons

    expect(await answered(group, refused(one))).toMatchObject({ refusal: 'paid-already' })
    expect(await standing(group.id)).toEqual([[24_999, 1, 0]])
  })
})

describe('a case', () => {
  it('closes when everything came and she says so, not before', async () => {
    const group = await aGroupCase(desk, 1)
    const [one = ''] = group.persons
    const terms = [
      aTerm({ personId: one, debtor: agency() }),
      aRemedy({ personId: one, debtor: agency() }),
    ]
    must(await outcomeBy(desk, group.id, aSettlement({ persons: [accepted(one)], terms })))

    expect(await close(her(group), group.id)).toMatchObject({ refusal: 'still-owed' })
    must(await paid(group.id, 25_000n))
    expect(await close(her(group), group.id)).toMatchObject({ refusal: 'not-confirmed' })
    must(await say(her(group), await firstPayment(group.id), came))
    expect(await close(her(group), group.id)).toMatchObject({ refusal: 'still-to-be-done' })
    const [remedy] = await desk.owner`select id from remedy where complaint_id = ${group.id}`
    const clerk = await desk.actor('clerk')
    const report = { remedyId: remedy!.id, doneOn: madeOn, at }
    must(
      await by(desk, clerk, (tx) =>
        reportRemedy(tx, clerk, { ...report, version: 1, evidenceId: null }),
      ),
    )
    must(
      await by(desk, her(group), (tx) =>
        giveRemedyWord(tx, her(group), { ...report, version: 2, done: true, heard: null }),
      ),
    )
    expect(await close(her(group), group.id)).toMatchObject({ value: 'closed' })
  })

  it('is not ended in another way while something is still to come, but with a reason', async () => {
    const group = await aSettledCase(1)
    const officer = await desk.actor('officer')
    const take = (actor: Actor, action: Ends) =>
      by(desk, actor, (tx) =>
        takeComplaintAction(tx, actor, {
          ...{ vault: desk.vault, complaintId: group.id, action, version: null, at },
          ...{ words: 'Is it solved?', reason: 'other' },
        }),
      )
    expect(await take(officer, 'propose-closure')).toMatchObject({ refusal: 'still-owed' })
    // As if it had been proposed before the money was promised.
    await desk.owner`update complaint set status = 'closure-proposed' where id = ${group.id}`

    expect(await take(her(group), 'agree-to-closure')).toMatchObject({ refusal: 'still-owed' })
    expect(await take(officer, 'close-with-consent')).toMatchObject({ refusal: 'still-owed' })
    must(await paid(group.id, 25_000n))
    expect(await take(her(group), 'agree-to-closure')).toMatchObject({ refusal: 'not-confirmed' })
    expect(await take(officer, 'close-without-confirmation')).toMatchObject({ value: 'closed' })
  })

  it('of a group stays open for whoever has nothing, and no member closes it', async () => {
    const group = await aGroupCase(desk, 2)
    const [one = ''] = group.persons
    const terms = [aTerm({ personId: one, debtor: agency(), dueOn: '2026-10-01' as Day })]
    const settled = aSettlement({ persons: [accepted(one)], terms })
    must(await outcomeBy(desk, group.id, { ...settled, kind: 'paid-already' }))
    must(await say(her(group), await firstPayment(group.id), came))

    expect(await close(her(group), group.id)).toMatchObject({
      refusal: 'somebody-without-outcome',
    })
    expect(await close(her(group, 1), group.id)).toMatchObject({
      refusal: 'only-the-complainant',
    })
  })
})

describe('each day', () => {
  it('asks once for what did not come, then tells the officer; what recurs falls due until it ends', async () => {
    const group = await aGroupCase(desk, 1)
    const [one = ''] = group.persons
    const of = { personId: one, debtor: agency() }
    const plan = { kind: 'until', until: 'ប្រគល់លិខិតឆ្លងដែន', everyMonths: 1 } as const
    const terms = [aTerm({ ...of, dueOn: '2026-11-30' as Day, plan })]
    must(await outcomeBy(desk, group.id, aSettlement({ persons: [accepted(one)], terms })))
    const told = async () =>
      (
        await desk.owner`select type from event where record_id = ${group.id}
          and type in ('complaint.payment-reminded', 'complaint.payment-overdue') order by id`
      ).map(({ type }) => type)

    await followDues(desk.jobs, new Date('2026-11-30T10:00:00Z'))
    expect(await told()).toEqual([])
    for (const day of ['2026-12-01', '2026-12-02'])
      await followDues(desk.jobs, new Date(`${day}T10:00:00Z`))
    expect(await told()).toEqual(['complaint.payment-reminded'])
    await followDues(desk.jobs, new Date('2026-12-30T10:00:00Z'))
    expect(await told()).toEqual(['complaint.payment-reminded', 'complaint.payment-overdue'])
    expect((await duesOf(group.id)).map(({ dueOn }) => dueOn)).toEqual(['2026-11-30', '2026-12-30'])
    const [term] =
      await desk.owner`select id, next_on from money_term where next_on is not null and complaint_id = ${group.id}`
    expect(term?.next_on).toBe('2027-01-30')
    const officer = await desk.actor('officer')
    const end = () => by(desk, officer, (tx) => endPlan(tx, officer, { termId: term!.id, at }))
    must(await end())
    expect(await end()).toMatchObject({ refusal: 'plan-has-ended' })
  })
})

describe('whatever the order of answers, payments and words', () => {
  const step = fc.record({
    what: fc.constantFrom('answer', 'pay', 'word'),
    person: fc.nat({ max: 2 }),
    answer: fc.constantFrom<Answer>('accepted', 'refused', 'not-reached'),
    minor: fc.bigInt({ min: 0n, max: 12_000n }),
    word: fc.constantFrom('came', 'part', 'not'),
  })

  it('nothing is below nothing, the ledger adds up, and nobody gets what is another’s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
        let first = ''
        const group = await aSettledCase(3, (id) => {
          first ||= id
          return id === first ? accepted(id) : notReached(id)
        })
        for (const one of steps) await take(group, one)
        const dues = await duesOf(group.id)
        const received = new Map<string, bigint>()
        for (const due of dues) {
          expect(due.owed >= 0n && due.paid >= 0n && due.received >= 0n).toBe(true)
          expect(due.owed + due.paid + due.received <= due.money.minor).toBe(true)
          const before = received.get(due.beneficiaryId) ?? 0n
          received.set(due.beneficiaryId, before + due.received)
        }
        for (const personId of group.persons) {
          const words = await desk.owner<{ minor: bigint }[]>`
            select p.minor from due_payment p join due d on d.id = p.due_id
            where d.beneficiary_id = ${personId} and p.status = 'confirmed'`
          const said = words.reduce((sum, { minor }) => sum + minor, 0n)
          expect(received.get(personId) ?? 0n).toBe(said)
        }
        expect(await proveLedger(desk.owner)).toEqual([])
      }),
      { numRuns: 6 },
    )
  })

  type Step = {
    what: string
    person: number
    answer: Answer
    minor: bigint
    word: string
  }
  type Case = GroupCase & { readonly outcomeId: string }
  const take = (group: Case, one: Step): Promise<unknown> =>
    one.what === 'answer'
      ? answer(group, one)
      : one.what === 'pay'
        ? pay(group, one)
        : tell(group, one)

  async function answer(group: Case, one: Step): Promise<void> {
    const personId = group.persons[one.person] ?? ''
    const officer = await desk.actor('officer')
    const [row] = await desk.owner`select version from outcome_person
      where outcome_id = ${group.outcomeId} and person_id = ${personId}`
    const said = { accepted, refused, 'not-reached': notReached }[one.answer](personId)
    const asked = { outcomeId: group.outcomeId, answer: said, version: row!.version, at }
    await by(desk, officer, (tx) => recordAnswer(tx, officer, { ...asked, dueOn: null }))
  }

  const duesOfPerson = async (group: Case, person: number) =>
    (await duesOf(group.id)).filter(({ beneficiaryId }) => beneficiaryId === group.persons[person])

  async function pay(group: Case, one: Step): Promise<void> {
    const due = (await duesOfPerson(group, one.person)).at(-1)
    const officer = await desk.actor('officer')
    if (!due) return
    const lines = [{ dueId: due.id, personId: due.beneficiaryId, minor: one.minor }]
    await by(desk, officer, (tx) =>
      payDues(tx, officer, {
        ...{ lines, paidOn: madeOn, channel: 'wallet', payer: null, reference: null },
        ...{ evidenceId: null, at },
      }),
    )
  }

  async function tell(group: Case, one: Step): Promise<void> {
    const mine = await duesOfPerson(group, one.person)
    const payments = await listPayments(desk.owner, { dueIds: mine.map(({ id }) => id) })
    const waiting = payments.find(({ status }) => status === 'recorded')
    if (!waiting) return
    const word = { answer: one.word, minor: one.word === 'part' ? one.minor : null } as Word
    const who = one.person === 0 ? her(group) : await desk.actor('officer')
    await say(who, { dueId: waiting.dueId, paymentId: waiting.id }, word)
  }
})
