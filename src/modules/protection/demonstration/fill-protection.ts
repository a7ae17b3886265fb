import { type Actor, publicActor, type Role } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import type { Result } from '../../../kernel/result.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listOffices } from '../../accounts/index.ts'
import { assignTo, findComplaint, findExampleCase } from '../../complaints/index.ts'
import { barContact, reportRetaliation } from '../actions/beside-case.ts'
import { logConcern, takeConcernStep } from '../actions/concern.ts'
import { giveToCaseworker } from '../actions/give-to-caseworker.ts'
import { keepTraining } from '../actions/keep-training.ts'
import { nameOfficial } from '../actions/name-office.ts'
import { prepareReferral, stepReferral } from '../actions/refer.ts'
import { screenCase } from '../actions/screen-case.ts'
import { listReferrals } from '../store/referral.ts'
import { demonstrationWords as words } from './words.ts'

type Needs = {
  readonly vault: Vault
  readonly now: Date
  /** Person ids by login. */
  readonly people: ReadonlyMap<string, string>
}

const hourBefore = (now: Date): Date => new Date(now.getTime() - 3_600_000)
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

/** Kinds of complaint behind which somebody may be in danger. */
const grave = [
  ...['sexual_harassment', 'physical_abuse', 'trafficking_indicator', 'document_retained'],
  ...['confinement_in_training', 'forced_extension', 'in_shelter'],
]

/** A protected case, a complaint about an office, and two people at risk: all invented. */
export async function fillDemonstrationProtection(tx: Tx, needs: Needs): Promise<void> {
  const somebody = (login: string, role: Role, areas: readonly string[] | null): Actor => {
    const id = needs.people.get(login)
    if (!id) throw new Error(`nobody in the demonstration signs in as ${login}`)
    return { kind: 'person', id, roles: [role], agencyId: null, officeId: null, areas }
  }
  const head = somebody('head', 'complaints-head', null)
  const officer = somebody('officer-bmc', 'complaints-officer', ['01'])
  const caseworker = somebody('caseworker', 'caseworker', null)
  const counsellor = somebody('counsellor', 'counsellor', null)
  const inspector = somebody('inspector', 'complaints-officer', ['00'])
  await protectedCase(tx, needs, { head, officer, caseworker })
  await aboutAnOffice(tx, needs, inspector)
  await peopleAtRisk(tx, needs, { counsellor, caseworker })
  await setActor(tx, publicActor)
}

function must<T, R>(done: Result<T, R>): T {
  if (!done.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(done.refusal)}`)
  return done.value
}

async function protectedCase(
  tx: Tx,
  needs: Needs,
  { head, officer, caseworker }: Readonly<Record<'head' | 'officer' | 'caseworker', Actor>>,
): Promise<void> {
  const { vault, now } = needs
  const complaintId = await findExampleCase(tx, grave)
  if (!complaintId) throw new Error('the demonstration has no grave case under way')
  const at = hourBefore(now)
  const about = { vault, complaintId, at }
  const trained = { sex: 'woman', trainedOn: '2025-03-10', trainedUntil: null } as const
  const training = { ...trained, personId: caseworker.id, course: words.course, at }
  must(await keepTraining(tx, head, training))
  const yes = { answer: 'yes', person: 'worker' } as const
  const answers = { sexual_violence: yes, retention_of_identity_documents: yes }
  must(await screenCase(tx, officer, { ...about, answers, note: words.said, wants: 'woman' }))
  const given = { caseworkerId: caseworker.id, wants: 'woman', version: 1 } as const
  must(await giveToCaseworker(tx, head, { ...about, ...given }))
  const uncle = { relation: 'recruiter', who: words.recruiter, contact: '+85510000998' } as const
  must(await barContact(tx, caseworker, { ...about, ...uncle }))
  await referrals(tx, caseworker, about)
  const happenedOn = dayOf(daysBefore(now, 4))
  const threat = { happenedOn, kind: 'threat', what: words.threat } as const
  must(await reportRetaliation(tx, caseworker, { ...about, ...threat }))
}

async function referrals(
  tx: Tx,
  caseworker: Actor,
  about: { vault: Vault; complaintId: string; at: Date },
): Promise<void> {
  const today = dayOf(about.at)
  const situation = { irregular: 'yes', fearsOwnState: 'no', didWrong: 'no' } as const
  const base = { personId: null, isChild: false, situation, bestInterestId: null }
  const consent = { how: 'by-phone', on: today } as const
  const shelter = {
    body: 'shelter',
    to: words.shelter,
    consent,
    nextOn: addDays(today, 9),
  } as const
  const police = {
    body: 'police',
    to: words.police,
    consent: null,
    nextOn: addDays(today, 6),
  } as const
  must(await prepareReferral(tx, caseworker, { ...about, ...base, ...shelter }))
  must(await prepareReferral(tx, caseworker, { ...about, ...base, ...police }))
  const row = (await listReferrals(tx, about.complaintId)).find(({ body }) => body === 'shelter')
  if (!row) throw new Error('the demonstration lost a referral')
  const send = { referralId: row.id, version: row.version, action: 'send', consent: null } as const
  const rest = { warning: null, answer: null, nextOn: addDays(today, 9) }
  must(await stepReferral(tx, caseworker, { ...about, ...send, ...rest }))
}

async function aboutAnOffice(tx: Tx, { vault, now }: Needs, inspector: Actor): Promise<void> {
  const at = hourBefore(now)
  const offices = await listOffices(tx)
  // Of one the inspectorate itself is named, and a body outside has it; the other goes on inside.
  for (const code of ['inspectorate', 'pdolvt-02']) {
    const complaintId = await findExampleCase(tx, ['official_misconduct'])
    const office = offices.find((one) => one.code === code)
    if (!office || !complaintId) return
    const named = await nameOfficial(tx, inspector, { vault, complaintId, at, officeId: office.id })
    if (!must(named).inside) continue
    const version = (await findComplaint(tx, complaintId))?.version ?? 0
    const ownerId = inspector.id
    must(await assignTo(tx, inspector, { complaintId, version, ownerId, at }))
  }
}

async function peopleAtRisk(
  tx: Tx,
  { vault, now }: Needs,
  { counsellor, caseworker }: Readonly<Record<'counsellor' | 'caseworker', Actor>>,
): Promise<void> {
  const place = { vault, country: 'TH', province: '01' }
  const seen = {
    about: words.neighbour,
    reporter: null,
    signs: ['no-contact', 'locked-in'],
  } as const
  await logConcern(tx, publicActor, { ...place, ...seen, at: daysBefore(now, 1) })
  const at = daysBefore(now, 3)
  const cousin = { about: words.cousin, reporter: words.reporter, signs: ['papers-taken'] } as const
  const id = await logConcern(tx, counsellor, { ...place, ...cousin, at })
  const step = { vault, id, nextOn: null, note: null, help: null, yes: null, at }
  must(await takeConcernStep(tx, caseworker, { ...step, version: 1, action: 'watch' }))
  const help = { kind: 'a-call', answer: 'later' } as const
  const nextOn = dayOf(now)
  const offered = {
    ...step,
    version: 2,
    action: 'offer-help',
    note: words.call,
    help,
    nextOn,
  } as const
  must(await takeConcernStep(tx, caseworker, offered))
}
