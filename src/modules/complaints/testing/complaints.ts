import { type Actor, publicActor } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { type Db, readAs, transact } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { type Inquiry, openInquiries } from '../actions/inquiry-words.ts'
import { type Receipt, submitComplaint } from '../actions/submit-complaint.ts'
import {
  type TakeComplaintAction,
  type TakeRefusal,
  takeComplaintAction,
} from '../actions/take-complaint-action.ts'
import type { ComplaintId, ComplaintStatus } from '../rules/complaint.ts'
import type { Entry, NewComplaint } from '../rules/intake.ts'
import type { WithdrawalCall } from '../rules/withdrawal.ts'
import { listInquiriesOf } from '../store/inquiry.ts'

/** What a worker from Banteay Meanchey might send: a named complaint about a late departure. */
export const aNewComplaint = (over: Partial<NewComplaint> = {}): NewComplaint => ({
  relation: 'worker',
  people: 1,
  openness: 'named',
  workerName: 'សុខ ដារា',
  complainantName: null,
  way: 'phone',
  contact: '+85510000001',
  safeTimes: ['evening'],
  prefersWoman: true,
  language: 'km',
  respondentKind: 'unknown',
  agencyId: null,
  respondentWords: 'បង រី នៅផ្សារ',
  categories: ['delayed_deployment', 'fee_refund'],
  country: 'TH',
  province: '01',
  month: '2026-03',
  claims: [
    { kind: 'paid', sum: { minor: 65_000n, currency: 'USD' }, currency: 'USD' },
    { kind: 'sought', sum: null, currency: 'THB' },
  ],
  askedBefore: 'agency',
  askedAnswer: 'គេថារង់ចាំ',
  story: 'ខ្ញុំបានបង់ប្រាក់ ហើយរង់ចាំប្រាំពីរខែ',
  ...over,
})

export const anEntry = (over: Partial<Entry> = {}): Entry => ({
  door: 'web',
  receivedAt: new Date('2026-11-20T03:00:00Z'),
  helpedBy: null,
  paperNumber: null,
  ...over,
})

/** Sends a complaint as somebody without an account, through the real action. */
export async function aReceivedComplaint(
  { db, vault }: { readonly db: Db; readonly vault: Vault },
  complaint: Partial<NewComplaint> = {},
  entry: Partial<Entry> = {},
): Promise<Receipt> {
  const given = { ...anEntry(), ...entry }
  const done = await transact(db, publicActor, async (tx) =>
    ok(
      await submitComplaint(tx, publicActor, {
        vault,
        complaint: aNewComplaint(complaint),
        entry: given,
        now: given.receivedAt,
      }),
    ),
  )
  if (!done.ok) throw new Error('the complaint was not received')
  return done.value
}

/** A complaints officer of the whole country; not a person of any table. */
export const anOfficer = (over: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  id: '01900000-0000-7000-8000-000000000001',
  roles: ['complaints-officer'],
  agencyId: null,
  officeId: null,
  areas: null,
  ...over,
})

/** What the agency was asked and shown in a case, opened as an officer's page opens it. */
export const inquiriesOf = (
  { db, vault }: { readonly db: Db; readonly vault: Vault },
  complaintId: string,
): Promise<Inquiry[]> =>
  readAs(db, anOfficer(), async (tx) =>
    openInquiries(tx, vault, await listInquiriesOf(tx, complaintId as ComplaintId)),
  )

/** What an officer does before she confirms a withdrawal. */
const aPrivateCall: WithdrawalCall = {
  spokeWith: 'complainant',
  asked: ['own-wish', 'pressed'],
  calledAt: new Date('2026-11-20T03:30:00Z'),
}

/** Takes one action through the real door and answers what came of it. */
export const taken = (
  { db, vault }: { readonly db: Db; readonly vault: Vault },
  actor: Actor,
  step: Pick<TakeComplaintAction, 'complaintId' | 'action'> & Partial<TakeComplaintAction>,
): Promise<Result<ComplaintStatus, TakeRefusal>> =>
  transact(db, actor, (tx) =>
    takeComplaintAction(tx, actor, {
      ...{ vault, version: null, words: 'ពាក្យ', at: new Date('2026-11-20T04:00:00Z') },
      call: aPrivateCall,
      ...step,
    }),
  )
