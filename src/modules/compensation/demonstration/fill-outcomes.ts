import type { Actor } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { listClocks, recordRunOut } from '../../casework/index.ts'
import {
  addPersons,
  assignTo,
  type CasePersonId,
  type ComplaintId,
  listPersons,
  moveComplaint,
  submitComplaint,
} from '../../complaints/index.ts'
import { type Due, listDues, listPayments } from '../../ledger/index.ts'
import { giveWord } from '../actions/give-word.ts'
import { payDues } from '../actions/pay-dues.ts'
import { recordOutcome } from '../actions/record-outcome.ts'
import type { Answer, NewTerm, Plan } from '../rules/outcome.ts'
import type { PaymentWord } from '../rules/word.ts'
import { keepReminders } from '../store/reminders.ts'
import { fillPayOuts } from './fill-pay-outs.ts'

export type OutcomeExamples = {
  readonly vault: Vault
  readonly now: Date
  readonly agencyIds: readonly AgencyId[]
  readonly people: ReadonlyMap<string, string>
}
const msPerDay = 86_400_000

/**
 * A group that is partly settled, with payments confirmed, waiting and rejected; and an agency that
 * stopped paying after the first part. Fill it after the cases and before the deposits.
 */
export async function fillDemonstrationOutcomes(tx: Tx, given: OutcomeExamples): Promise<void> {
  for (const example of [await fillGroup(tx, given), await fillStopped(tx, given)])
    if (example) await noticeWhatRanOut(tx, given, example.id)
}

/** As the job does that looks every minute. */
async function noticeWhatRanOut(tx: Tx, { now }: OutcomeExamples, id: ComplaintId): Promise<void> {
  const clocks = await listClocks(tx, id)
  for (const clock of clocks.filter((one) => one.dueAt < now && one.stoppedAt === null))
    await recordRunOut(tx, clock.id, new Date(clock.dueAt.getTime() + 60_000))
}

/** What should have been done five days ago. */
const late = ({ now }: OutcomeExamples) => ({
  remedy: 'record-corrected' as const,
  dueOn: addDays(dayOf(now), -5),
})

async function fillGroup(tx: Tx, given: OutcomeExamples): Promise<Example | null> {
  const [agencyId] = given.agencyIds
  const example = await aCase(tx, given, { agencyId, people: 6, daysAgo: 40 })
  if (!agencyId || !example) return null
  const debtor = { kind: 'agency', id: agencyId } as const
  const dueOn = addDays(dayOf(given.now), -12)
  const [one, two, three, four, five, six] = example.persons
  const said: readonly (readonly [string | undefined, Answer])[] = [
    ...[one, two, three, four].map((id) => [id, 'accepted'] as const),
    ...([
      [five, 'refused'],
      [six, 'not-reached'],
    ] as const),
  ]
  const terms = example.persons.map(
    (personId, place): NewTerm => ({
      ...{ kind: 'money', personId, debtor, payer: null, dueOn, plan: { kind: 'once' } },
      ...{ money: { minor: 25_000n + BigInt(place) * 2_500n, currency: 'USD' } },
      ...{ shares: [], collector: null },
    }),
  )
  const passport: NewTerm = {
    ...{ kind: 'remedy', personId: two ?? '', remedy: 'document-returned', debtor, words: null },
    dueOn: addDays(dayOf(given.now), 8),
  }
  await settle(tx, given, {
    ...example,
    said,
    terms:
      two && four ? [...terms, passport, { ...passport, ...late(given), personId: four }] : terms,
    daysAgo: 30,
  })
  const dues = await listDues(tx, { caseIds: [example.id] })
  await paid(tx, given, { due: dueOf(dues, one), word: { answer: 'came', minor: null } })
  await paid(tx, given, { due: dueOf(dues, two), word: null })
  await paid(tx, given, { due: dueOf(dues, three), word: { answer: 'not', minor: null } })
  await fillPayOuts(tx, { ...given, officer: officerOf(given) }, example.id)
  return example
}

async function fillStopped(tx: Tx, given: OutcomeExamples): Promise<Example | null> {
  const [first, second] = given.agencyIds
  const agencyId = second ?? first
  const example = await aCase(tx, given, { agencyId, people: 2, daysAgo: 110 })
  if (!agencyId || !example) return null
  const plan: Plan = { kind: 'parts', parts: 4, everyMonths: 1 }
  const terms = example.persons.map(
    (personId): NewTerm => ({
      ...{ kind: 'money', personId, debtor: { kind: 'agency', id: agencyId }, payer: null, plan },
      ...{ money: { minor: 60_000n, currency: 'USD' }, shares: [], collector: null },
      dueOn: addDays(dayOf(given.now), -75),
    }),
  )
  const said = example.persons.map((id) => [id, 'accepted'] as const)
  await settle(tx, given, { ...example, said, terms, daysAgo: 100 })
  const dues = await listDues(tx, { caseIds: [example.id] })
  for (const personId of example.persons)
    await paid(tx, given, {
      due: dueOf(dues, personId),
      word: { answer: 'came', minor: null },
      daysAgo: 70,
    })
  const late = dues.filter(({ dueOn }) => dueOn < dayOf(given.now)).slice(2)
  await keepReminders(
    tx,
    late.map(({ id }) => ({ dueId: id, step: 'reminded' })),
    given.now,
  )
  return example
}

const dueOf = (dues: readonly Due[], personId: string | undefined): Due | undefined =>
  dues.find(({ beneficiaryId }) => beneficiaryId === personId)

const officerOf = ({ people }: OutcomeExamples): Actor => ({
  ...{ kind: 'person', id: people.get('officer') ?? '', roles: ['complaints-officer'] },
  ...{ agencyId: null, officeId: null, areas: null },
})
const ago = ({ now }: OutcomeExamples, days: number): Date =>
  new Date(now.getTime() - days * msPerDay)

function must<T, R>(done: Result<T, R>): T {
  if (!done.ok) throw new Error(`demonstration of outcomes: ${JSON.stringify(done.refusal)}`)
  return done.value
}

type Example = { readonly id: ComplaintId; readonly persons: readonly CasePersonId[] }
type Wanted = {
  readonly agencyId: AgencyId | undefined
  readonly people: number
  readonly daysAgo: number
}

async function aCase(
  tx: Tx,
  given: OutcomeExamples,
  { agencyId, people, daysAgo }: Wanted,
): Promise<Example | null> {
  if (!agencyId) return null
  const { vault } = given
  const at = ago(given, daysAgo)
  const officer = officerOf(given)
  const entry = { door: 'web', receivedAt: at, helpedBy: null, paperNumber: null } as const
  const receipt = await submitComplaint(tx, officer, {
    ...{ vault, entry, now: at },
    complaint: {
      ...{ relation: 'group', people, openness: 'named', workerName: 'អ្នកតំណាងគំរូ' },
      ...{ complainantName: null, way: 'phone', contact: '+85510000099', safeTimes: ['evening'] },
      ...{ prefersWoman: false, language: 'km', respondentKind: 'agency', agencyId },
      ...{ respondentWords: null, categories: ['delayed_deployment', 'fee_refund'], country: 'TH' },
      ...{ province: '12', month: at.toISOString().slice(0, 7), claims: [] },
      ...{ askedBefore: 'agency', askedAnswer: null, story: 'បានបង់ប្រាក់ ហើយមិនបានចេញដំណើរ' },
    },
  })
  const id = receipt.id as ComplaintId
  must(await assignTo(tx, officer, { complaintId: id, version: 1, ownerId: officer.id, at }))
  must(await moveComplaint(tx, officer, { vault, id, action: 'register', version: null, at }))
  must(
    await addPersons(tx, officer, {
      ...{ vault, complaintId: id, version: null, at },
      persons: Array.from({ length: people - 1 }, (_, place) => ({
        ...{ name: `អ្នកគំរូ ${place + 2}`, contact: null, sex: null, minor: null, claims: [] },
        ...{ situation: 'at-home' as const, joins: 'agreed' as const },
      })),
    }),
  )
  return { id, persons: (await listPersons(tx, id)).map((person) => person.id) }
}

type Settling = Example & {
  readonly said: readonly (readonly [string | undefined, Answer])[]
  readonly terms: readonly NewTerm[]
  readonly daysAgo: number
}

async function settle(
  tx: Tx,
  given: OutcomeExamples,
  { id, said, terms, daysAgo }: Settling,
): Promise<void> {
  const at = ago(given, daysAgo)
  const on: Day = dayOf(at)
  const persons = said.flatMap(([personId, answer]) => {
    if (!personId) return []
    const reached = answer !== 'not-reached'
    return {
      personId,
      answer,
      how: reached ? ('thumbprint' as const) : null,
      on: reached ? on : null,
    }
  })
  must(
    await recordOutcome(tx, officerOf(given), {
      ...{ vault: given.vault, complaintId: id, version: null, kind: 'settlement', madeOn: on, at },
      ...{ basis: 'កំណត់ហេតុនៃការប្រជុំ', foundIn: null, persons, terms },
    }),
  )
}

type Paying = {
  readonly due: Due | undefined
  readonly word: PaymentWord | null
  readonly daysAgo?: number
}

async function paid(
  tx: Tx,
  given: OutcomeExamples,
  { due, word, daysAgo = 10 }: Paying,
): Promise<void> {
  if (!due) return
  const officer = officerOf(given)
  const at = ago(given, daysAgo)
  const line = { dueId: due.id, personId: due.beneficiaryId, minor: due.money.minor }
  must(
    await payDues(tx, officer, {
      ...{ lines: [line], paidOn: dayOf(at), channel: 'bank', payer: null, at },
      ...{ reference: 'SLIP-1042', evidenceId: null },
    }),
  )
  if (word === null) return
  const [payment] = await listPayments(tx, { dueIds: [due.id] })
  const heard = { saidBy: 'herself', how: 'by-phone', on: dayOf(at) } as const
  const asked = { dueId: due.id, paymentId: payment?.id ?? '', word, heard, at }
  must(await giveWord(tx, officer, asked))
}
