import { type Actor, publicActor, type Role } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listOffices } from '../../accounts/index.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { legalTime } from '../../casework/index.ts'
import type { TermsInput } from '../../compensation/index.ts'
import {
  addPersons,
  assignTo,
  type ComplaintId,
  listPersons,
  moveComplaint,
  type NewComplaint,
  submitComplaint,
} from '../../complaints/index.ts'
import { recordProceeding } from '../../proceedings/index.ts'
import { demonstrationName } from '../../workers/index.ts'
import { draftDecision } from '../actions/draft-decision.ts'
import { failMeeting, settleMeeting } from '../actions/end-meeting.ts'
import { holdMeeting, inviteToMeeting } from '../actions/hold-meeting.ts'
import { noticeDays, planMeeting } from '../actions/plan-meeting.ts'
import { issueDecision, readyDecision } from '../actions/sign-decision.ts'
import { sortEvidence } from '../actions/sort-evidence.ts'
import { findMeeting } from '../store/meeting.ts'

export type FillConciliations = {
  readonly vault: Vault
  readonly now: Date
  /** Those with a clerk first. */
  readonly agencyIds: readonly AgencyId[]
  readonly people: ReadonlyMap<string, string>
}
type Around = FillConciliations & { readonly tx: Tx; readonly officer: Actor; readonly head: Actor }

/** Names from here on are those of these cases. */
const firstPerson = 7000

/**
 * A meeting next week, one that failed, one that failed and was decided, one that settled for a part of a group, and
 * a case that waits for a court abroad. Each by the actions that people take.
 */
export async function fillDemonstrationConciliations(
  tx: Tx,
  fill: FillConciliations,
): Promise<void> {
  const office = (await listOffices(tx)).find(({ kind }) => kind === 'ministry')
  const actor = (login: string, role: Role): Actor => ({
    ...{ kind: 'person', id: fill.people.get(login) ?? '', roles: [role], agencyId: null },
    ...{ officeId: office?.id ?? null, areas: null },
  })
  const officer = actor('officer', 'complaints-officer')
  const around = { ...fill, tx, officer, head: actor('head', 'complaints-head') }
  await invitedNextWeek(around)
  await failed(around)
  await failedAndDecided(around)
  await settledForSome(around)
  await waitingAbroad(around)
}

function must<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value
  throw new Error(`demonstration of conciliation: ${JSON.stringify(result.refusal)}`)
}
const ago = ({ now }: Around, days: number): Date => new Date(now.getTime() - days * 86_400_000)

async function aCase(around: Around, { days, nth }: { days: number; nth: number }) {
  const { tx, vault, officer, agencyIds } = around
  const receivedAt = ago(around, days)
  const complaint = aComplaint({ nth, agencyId: agencyIds[nth % 2] ?? null })
  const entry = { door: 'web', receivedAt, helpedBy: null, paperNumber: null } as const
  const { id } = await submitComplaint(tx, publicActor, {
    vault,
    complaint,
    now: receivedAt,
    entry,
  })
  const taken = { complaintId: id, version: 1, ownerId: officer.id, at: receivedAt }
  must(await assignTo(tx, officer, taken))
  const step = { vault, id: id as ComplaintId, action: 'register', version: null } as const
  must(await moveComplaint(tx, officer, { ...step, at: ago(around, days - 0.2) }))
  return id as ComplaintId
}

const aComplaint = ({ nth, agencyId }: { nth: number; agencyId: string | null }): NewComplaint => ({
  ...{ relation: 'worker', people: 1, openness: 'named', complainantName: null, way: 'phone' },
  ...{ workerName: demonstrationName(firstPerson + nth * 10), contact: `010 009 8${String(nth)}` },
  ...{ safeTimes: ['evening'], prefersWoman: false, language: 'km', respondentKind: 'agency' },
  ...{ agencyId, respondentWords: null, categories: ['fee_refund'], country: 'TH', province: null },
  ...{ month: '2026-04', askedBefore: 'agency', askedAnswer: null },
  claims: [{ kind: 'sought', sum: { minor: 45_000n, currency: 'USD' }, currency: 'USD' }],
  story: 'ខ្ញុំបានបង់ប្រាក់ឱ្យភ្នាក់ងារ តែមិនបានចេញដំណើរ។ ខ្ញុំសុំប្រាក់វិញ។',
})

/** By telephone, at nine on the first day that the rule lets it be. */
async function invite(around: Around, id: ComplaintId, at: Date) {
  const { tx, vault, officer } = around
  const law = await legalTime(tx, dayOf(at))
  const day = noticeDays(law, at).earliest ?? addDays(dayOf(at), 4)
  const meetsAt = new Date(startOfDay(day).getTime() + 9 * 3_600_000)
  const about = { vault, complaintId: id, at }
  const place = { province: null, place: null, reason: null, way: 'phone' } as const
  const wish = { ...place, meetsAt, conductedBy: officer.id, version: null }
  const meetingId = must(await planMeeting(tx, officer, { ...about, ...wish }))
  const version = 1
  must(await inviteToMeeting(tx, officer, { ...about, meetingId, version, language: 'km' }))
  return { meetingId, meetsAt }
}

async function hold(around: Around, id: ComplaintId, at: Date) {
  const { tx, vault, officer } = around
  const { meetingId, meetsAt } = await invite(around, id, at)
  const later = new Date(meetsAt.getTime() + 3_600_000)
  const about = { vault, complaintId: id, at: later, meetingId }
  const meeting = await findMeeting(tx, meetingId)
  must(
    await holdMeeting(tx, officer, {
      ...{ ...about, version: meeting?.version ?? 0, heldAt: meetsAt, language: 'km' },
      ...{ worker: { came: 'by-phone', why: null }, agency: { came: 'in-person', why: null } },
      workerSays: 'ខ្ញុំបានបង់ ៤៥០ ដុល្លារ ហើយមានបង្កាន់ដៃ។',
      agencySays: 'ភ្នាក់ងារនិយាយថាបានចំណាយលើឯកសារអស់ ២០០ ដុល្លារ។',
      ...{ note: null, readTo: ['worker', 'agency'], readBy: 'គំរូ ដារ៉ា' },
    }),
  )
  const held = await findMeeting(tx, meetingId)
  return { ...about, version: held?.version ?? 0 }
}

const invitedNextWeek = async (around: Around): Promise<void> => {
  const id = await aCase(around, { days: 3, nth: 0 })
  await invite(around, id, ago(around, 0.1))
}

/** Somebody who did not mediate has to decide it. */
async function failed(around: Around): Promise<void> {
  const { tx, officer } = around
  const id = await aCase(around, { days: 9, nth: 4 })
  const held = await hold(around, id, ago(around, 7))
  const report = 'ភ្នាក់ងារមិនទទួលស្គាល់ថាបានទទួលប្រាក់។'
  must(await failMeeting(tx, officer, { ...held, why: 'no-agreement', report, language: 'km' }))
}

async function failedAndDecided(around: Around): Promise<void> {
  const { tx, vault, head, officer } = around
  const id = await aCase(around, { days: 24, nth: 2 })
  const held = await hold(around, id, ago(around, 20))
  const report = 'ភ្នាក់ងារមិនព្រមសងលើសពី ១០០ ដុល្លារ។'
  must(await failMeeting(tx, officer, { ...held, why: 'no-agreement', report, language: 'km' }))
  const at = ago(around, 2)
  const about = { vault, complaintId: id, at }
  const shown = { broughtBy: 'worker', evidenceId: null, keptBackWhy: null } as const
  must(await sortEvidence(tx, head, { ...about, ...shown, what: 'បង្កាន់ដៃបង់ប្រាក់ ៤៥០ ដុល្លារ' }))
  const kept = { ...shown, keptBackWhy: 'contact', what: 'សារទូរស័ព្ទដែលមានលេខរបស់ញាតិ' } as const
  must(await sortEvidence(tx, head, { ...about, ...kept }))
  const until = addDays(dayOf(around.now), 28)
  const decisionId = must(
    await draftDecision(tx, head, {
      ...{ ...about, finding: 'for-worker', workerUntil: until, agencyUntil: until },
      untilReason: 'មិនទាន់មានវិធានអំពីរយៈពេល។ កំណត់សាមសិបថ្ងៃ។',
      words: {
        basis: 'កិច្ចសន្យាសេវា ប្រការ ៤',
        reasons: 'បង្កាន់ដៃបង្ហាញថាបានបង់ ៤៥០ ដុល្លារ ហើយគ្មានការចេញដំណើរ។',
        order: 'ភ្នាក់ងារសង ៤៥០ ដុល្លារ។',
      },
      terms: sameSum(addDays(dayOf(around.now), 30)),
    }),
  )
  const signing = { ...about, decisionId, version: 1 }
  const ready = must(await readyDecision(tx, head, { ...signing, action: 'sign' }))
  // As a signature leaves it: nobody gave a code, so there is no entry among the signatures.
  const signatureId = newId<string>()
  const issue = { ready, about: signing, debtor: null, language: 'km', signatureId } as const
  must(await issueDecision(tx, head, issue))
}

const sameSum = (dueOn: Day): TermsInput => ({
  ...{ mode: 'same', currency: 'USD', sum: '450', pasted: null, dueOn, chosen: [] },
  ...{ column: new Map(), answers: new Map() },
})

/** Two of three agree; the third goes on. */
async function settledForSome(around: Around): Promise<void> {
  const { tx, vault, officer, agencyIds } = around
  const id = await aCase(around, { days: 16, nth: 1 })
  const at = ago(around, 15)
  const person = (nth: number) => ({
    ...{ name: demonstrationName(firstPerson + 100 + nth), contact: null, sex: null, minor: null },
    ...{ situation: 'at-home' as const, joins: 'agreed' as const, claims: [] },
  })
  const persons = [person(1), person(2)]
  must(await addPersons(tx, officer, { vault, complaintId: id, version: null, persons, at }))
  const held = await hold(around, id, ago(around, 12))
  const chosen = (await listPersons(tx, id)).slice(0, 2).map((one) => one.id)
  const debtor = { kind: 'agency', id: agencyIds[1] ?? agencyIds[0] } as never
  const terms = { ...sameSum(addDays(dayOf(around.now), 14)), sum: '250', chosen }
  const basis = 'កំណត់ហេតុប្រជុំ'
  must(
    await settleMeeting(tx, officer, {
      ...{ ...held, debtor, basis, terms, how: 'by-phone', remedies: [] },
    }),
  )
}

async function waitingAbroad(around: Around): Promise<void> {
  const { tx, vault, officer } = around
  const id = await aCase(around, { days: 40, nth: 3 })
  const at = ago(around, 30)
  const about = { vault, complaintId: id, at }
  must(
    await recordProceeding(tx, officer, {
      ...{ ...about, kind: 'court', country: 'TH', stage: 'filed', fileBy: null, lookOn: null },
      ...{ authority: 'តុលាការការងារ (សាកល្បង)', number: 'គំរូ 12/2569', chosen: [] },
      filedOn: addDays(dayOf(at), -3),
    }),
  )
  const step = { vault, id, action: 'wait-elsewhere', version: null, at } as const
  const words = 'តុលាការនៅប្រទេសថៃកំពុងពិនិត្យ។ ករណីរបស់អ្នកនៅតែបើក។'
  const reviewOn = addDays(dayOf(around.now), 60)
  must(await moveComplaint(tx, officer, { ...step, words, reviewOn }))
}
