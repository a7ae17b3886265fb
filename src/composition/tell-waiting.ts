import { changeKinds } from '../change-kinds.ts'
import { systemActor } from '../kernel/actor.ts'
import { dayOf } from '../kernel/days.ts'
import { ok } from '../kernel/result.ts'
import { listAgencyClerks, listOfficers, readWaitingRequests } from '../modules/accounts/index.ts'
import { readChange } from '../modules/changes/index.ts'
import { findComplaint, inquiryReference, listInquiriesOf } from '../modules/complaints/index.ts'
import { findAlarm, isForAgency } from '../modules/ledger/index.ts'
import { findLetter } from '../modules/letters/index.ts'
import { type MessageKind, sendConfirmation, tellPersons } from '../modules/messages/index.ts'
import { type Db, type Tx, transact } from '../platform/db.ts'
import type { Vault } from '../platform/vault/vault.ts'
import { routes } from '../routes.ts'

const actor = systemActor('tell-waiting')
/** More would tell nobody that it is for them. */
const most = 5

type Deps = {
  readonly db: Db
  readonly vault: Vault
  readonly now: () => Date
  readonly publicUrl: string
}
type Event = { readonly eventId: string; readonly recordId: string }

type Told = {
  /** Of each cause a person is told once. */
  readonly cause: string
  readonly persons: readonly string[]
  readonly kind: MessageKind
  readonly record: { readonly type: string; readonly id: string }
  readonly number: string
  /** Without site and language. */
  readonly path: string
}
type Find = (tx: Tx, event: Event, now: Date) => Promise<readonly Told[]>

/** Follows an event: whoever it waits for now is told so by e-mail, by number and link. */
const telling =
  (find: Find) =>
  async ({ db, vault, now, publicUrl }: Deps, event: Event): Promise<void> => {
    await transact(db, actor, async (tx) => {
      const at = now()
      for (const { persons, number, path, ...told } of await find(tx, event, at))
        await tellPersons(tx, persons, {
          ...{ ...told, vault, now: at },
          values: { number, link: linkAt(publicUrl, path) },
        })
      return ok(null)
    })
  }

const linkAt = (publicUrl: string, path: string): string => `${publicUrl.replace(/\/$/, '')}${path}`

/** By which both ends speak of something that has no number: the random end of its id. */
function reference(letter: string, id: string): string {
  const end = id.replaceAll('-', '').slice(-8).toUpperCase()
  return `${letter}-${end.slice(0, 4)}-${end.slice(4)}`
}

/** A change that was proposed waits for a second person. */
export const tellApprovers = telling(async (tx, { recordId }, now) => {
  const file = await readChange(tx, actor, { id: recordId, kinds: changeKinds, now })
  if (file?.change.status !== 'proposed') return []
  const { id } = file.change
  return [
    {
      cause: `waits ${id}`,
      persons: file.waitsFor.slice(0, most),
      kind: 'to-approve',
      record: { type: 'change', id },
      number: reference('C', id),
      path: routes.change.href({ id }),
    },
  ]
})

/** A role that was asked for somebody waits for a second person. */
export const tellSecondPersons = telling(async (tx, { recordId }, now) => {
  const waiting = await readWaitingRequests(tx, actor, now)
  return waiting
    .filter(({ request }) => request.personId === recordId)
    .map(({ request: { id }, waitsFor }) => ({
      cause: `waits ${id}`,
      persons: waitsFor.slice(0, most),
      kind: 'to-approve',
      record: { type: 'person-request', id },
      number: reference('R', id),
      path: routes.personRequest.href({ id }),
    }))
})

/** A letter that was passed up may be signed at the desk where it lies now. */
export const tellSignatories = telling(async (tx, { recordId, eventId }, now) => {
  const letter = await findLetter(tx, recordId)
  if (letter?.status !== 'climbing' || letter.holderOfficeId === null) return []
  const { id, holderOfficeId: officeId } = letter
  const signers = await listOfficers(tx, { role: 'signatory', officeId, today: dayOf(now) })
  return [
    {
      cause: `waits ${eventId}`,
      persons: signers.map((one) => one.id),
      kind: 'to-sign',
      record: { type: 'letter', id },
      number: reference('L', id),
      path: routes.letter.href({ id }),
    },
  ]
})

/** The ministry asks an agency: its people are told the number of the question, never of the case. */
export const tellAgency = telling(async (tx, { recordId }, now) => {
  const complaint = await findComplaint(tx, recordId)
  const inquiries = complaint ? await listInquiriesOf(tx, complaint.id) : []
  const asked = inquiries.filter(({ status }) => status === 'asked')
  return Promise.all(
    asked.map(async ({ id, agencyId }) => ({
      cause: `waits ${id}`,
      persons: await listAgencyClerks(tx, agencyId, dayOf(now)),
      kind: 'inquiry' as const,
      record: { type: 'agency-inquiry', id },
      number: inquiryReference(id),
      path: routes.inquiry.href({ id }),
    })),
  )
})

/** Something of a deposit has to be looked at: by those who keep deposits, and by the agency. */
export const tellOfDeposit = telling(async (tx, { recordId }, now) => {
  const alarm = await findAlarm(tx, recordId)
  if (!alarm) return []
  const { id, agencyId, kind } = alarm
  const today = dayOf(now)
  const keepers = await Promise.all(
    (['licensing-officer', 'licensing-head'] as const).map((role) =>
      listOfficers(tx, { role, today }),
    ),
  )
  const told = {
    ...{ cause: `waits ${id}`, kind: 'deposit' as const, number: reference('D', id) },
    record: { type: 'deposit-alarm', id },
  }
  const officers = keepers.flatMap((each) => each.slice(0, most)).map((one) => one.id)
  const clerks = isForAgency(kind) ? await listAgencyClerks(tx, agencyId, today) : []
  return [
    { ...told, persons: officers, path: routes.deposit.href({ id: agencyId }) },
    { ...told, persons: clerks, path: routes.ownDeposit.href() },
  ]
})

/** An address that was given gets the link that confirms it. */
export async function confirmAddress(
  { db, vault, now, publicUrl }: Deps,
  { recordId, eventId }: Event,
): Promise<void> {
  const linkTo = (code: string) => linkAt(publicUrl, routes.accountEmailConfirm.href({ code }))
  await transact(db, actor, async (tx) =>
    ok(await sendConfirmation(tx, { vault, now: now(), personId: recordId, eventId, linkTo })),
  )
}
