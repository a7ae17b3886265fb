import { type Id, isUuid } from '../../../kernel/ids.ts'
import { moneyText } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Claim, ClaimKind, ComplaintId } from '../rules/complaint.ts'
import type { Disclosure } from '../rules/disclosure.ts'

export type InquiryId = Id<'inquiry'>
export type InquiryStatus = 'asked' | 'answered' | 'withdrawn'

/** All that an agency sees of a case; the words under the inquiry’s own key. */
export type SealedInquiry = {
  readonly id: InquiryId
  readonly complaintId: ComplaintId
  readonly agencyId: string
  readonly area: string
  readonly askedAt: Date
  readonly dueAt: Date
  readonly keyId: PersonKeyId
  readonly questionSealed: Uint8Array
  readonly categories: readonly string[]
  readonly happenedMonth: string | null
  readonly claims: readonly InquiryClaim[]
  readonly workerNameSealed: Uint8Array | null
  readonly storySealed: Uint8Array | null
  /** Of a group: how many agreed, and the names of those who let theirs be shown. */
  readonly personsAgreed: number | null
  readonly personNamesSealed: Uint8Array | null
  readonly status: InquiryStatus
  readonly answerSealed: Uint8Array | null
  readonly answeredAt: Date | null
  readonly version: number
}
/** The amount as text in its currency; null while the sum is open. */
export type InquiryClaim = {
  readonly kind: ClaimKind
  readonly amount: string | null
  readonly currency: Claim['currency']
}

const inquiryClaims = (claims: readonly Claim[]): InquiryClaim[] =>
  claims.map(({ kind, sum, currency }) => ({ kind, amount: sum && moneyText(sum), currency }))

export type NewInquiry = {
  readonly complaintId: ComplaintId
  readonly agencyId: string
  readonly area: string
  readonly askedAt: Date
  readonly askedBy: string
  readonly dueAt: Date
  readonly keyId: PersonKeyId
  readonly questionSealed: Uint8Array
  readonly shown: Pick<Disclosure, 'categories' | 'happenedMonth' | 'claims'> & SealedDisclosure
}
/** What depends on her consent. */
export type SealedDisclosure = Pick<
  SealedInquiry,
  'workerNameSealed' | 'storySealed' | 'personsAgreed' | 'personNamesSealed'
>

export async function insertInquiry(tx: Tx, inquiry: NewInquiry): Promise<void> {
  const { shown } = inquiry
  await tx`
    insert into agency_inquiry (complaint_id, agency_id, area, asked_at, asked_by, due_at, key_id,
      question_sealed, categories, happened_month, claims, worker_name_sealed, story_sealed,
      persons_agreed, person_names_sealed)
    values (${inquiry.complaintId}, ${inquiry.agencyId}, ${inquiry.area}, ${inquiry.askedAt},
      ${inquiry.askedBy}, ${inquiry.dueAt}, ${inquiry.keyId}, ${inquiry.questionSealed},
      ${[...shown.categories]}, ${shown.happenedMonth}, ${tx.json(inquiryClaims(shown.claims))},
      ${shown.workerNameSealed}, ${shown.storySealed}, ${shown.personsAgreed},
      ${shown.personNamesSealed})`
}

const columns = (tx: Tx) => tx`
  id, complaint_id as "complaintId", agency_id as "agencyId", area, asked_at as "askedAt",
  due_at as "dueAt", key_id as "keyId", question_sealed as "questionSealed", categories,
  happened_month as "happenedMonth", claims, worker_name_sealed as "workerNameSealed",
  story_sealed as "storySealed", persons_agreed as "personsAgreed",
  person_names_sealed as "personNamesSealed", status, answer_sealed as "answerSealed",
  answered_at as "answeredAt", version`

export async function findInquiry(tx: Tx, id: string): Promise<SealedInquiry | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<
    SealedInquiry[]
  >`select ${columns(tx)} from agency_inquiry where id = ${id}`
  return row ?? null
}

export const listInquiriesOf = (tx: Tx, complaintId: ComplaintId): Promise<SealedInquiry[]> =>
  tx<SealedInquiry[]>`
    select ${columns(tx)} from agency_inquiry where complaint_id = ${complaintId} order by asked_at`

export type InquiryPlace = { readonly at: string; readonly id: string }
export type InquiryRow = SealedInquiry & { readonly cursor: string }

/**
 * The acting agency's inquiries, keyset: open ones by due date, the others the latest first.
 * Row-level security knows whose they are; the agency stands here for the index.
 */
export function listInquiriesOfAgency(
  tx: Tx,
  { status, after, limit }: { status: InquiryStatus; after: InquiryPlace | null; limit: number },
): Promise<InquiryRow[]> {
  const rises = status === 'asked'
  const way = rises ? tx`asc` : tx`desc`
  const beyond = !after
    ? tx`true`
    : rises
      ? tx`(due_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`
      : tx`(due_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`
  return tx<InquiryRow[]>`
    select ${columns(tx)}, due_at::text || '~' || id as cursor from agency_inquiry
    where agency_id = actor_agency() and status = ${status} and ${beyond}
    order by due_at ${way}, id ${way} limit ${limit}`
}

/** False when it was answered or withdrawn meanwhile. */
export async function answerInquiryRow(
  tx: Tx,
  { id, version }: Pick<SealedInquiry, 'id' | 'version'>,
  { answerSealed, by, at }: { answerSealed: Uint8Array; by: string; at: Date },
): Promise<boolean> {
  const moved = await tx`
    update agency_inquiry set status = 'answered', answer_sealed = ${answerSealed},
      answered_at = ${at}, answered_by = ${by}, version = version + 1
    where id = ${id} and version = ${version} and status = 'asked'`
  return moved.count === 1
}

/** Open inquiries of a case that goes another way need no answer any more. */
export async function withdrawInquiries(tx: Tx, complaintId: ComplaintId): Promise<void> {
  await tx`
    update agency_inquiry set status = 'withdrawn', version = version + 1
    where complaint_id = ${complaintId} and status = 'asked'`
}

/** Replaces what an open inquiry shows; one that is answered or withdrawn stays as it was seen. */
export async function discloseInInquiry(
  tx: Tx,
  id: InquiryId,
  { workerNameSealed, storySealed, personsAgreed, personNamesSealed }: SealedDisclosure,
): Promise<void> {
  await tx`
    update agency_inquiry
    set worker_name_sealed = ${workerNameSealed}, story_sealed = ${storySealed},
      persons_agreed = ${personsAgreed}, person_names_sealed = ${personNamesSealed}
    where id = ${id} and status = 'asked'`
}
