import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type {
  AskedBefore,
  Claim,
  ClaimKind,
  CloseReason,
  ComplaintId,
  ComplaintStatus,
  ContactWay,
  Relation,
  RespondentKind,
  SafeTime,
} from '../rules/complaint.ts'
import type { ClosedHow } from './complaint.ts'
import type { OldCaseMark } from './old-case.ts'

/** The rest of a complaint: codes in the open, words sealed. */
export type SealedDetails = {
  readonly keyId: PersonKeyId
  readonly workerId: string | null
  readonly people: number
  readonly respondentKind: RespondentKind
  readonly respondentSealed: Uint8Array | null
  readonly respondentIndex: Uint8Array | null
  readonly categories: readonly string[]
  readonly country: string | null
  readonly province: string | null
  readonly month: string | null
  readonly askedBefore: AskedBefore
  readonly askedAnswerSealed: Uint8Array | null
  readonly storySealed: Uint8Array | null
  readonly language: 'km' | 'en'
  readonly helpedBy: string | null
  readonly paperNumber: string | null
  /** Where it came from the register that was kept before. */
  readonly old: OldCaseMark | null
  readonly enteredAt: Date
  readonly closedAt: Date | null
  readonly closedHow: ClosedHow | null
  readonly closedReason: CloseReason | null
}

export async function getDetails(tx: Tx, id: ComplaintId): Promise<SealedDetails> {
  const [row] = await tx<SealedDetails[]>`
    select key_id as "keyId", worker_id as "workerId", people,
      respondent_kind as "respondentKind", respondent_sealed as "respondentSealed",
      respondent_index as "respondentIndex", categories, happened_country as country,
      happened_province as province, happened_month as month, asked_before as "askedBefore",
      asked_answer_sealed as "askedAnswerSealed", story_sealed as "storySealed", language,
      helped_by as "helpedBy", paper_number as "paperNumber", entered_at as "enteredAt",
      closed_at as "closedAt", closed_how as "closedHow", closed_reason as "closedReason", (
        select json_build_object('oldNumber', old_number, 'verifiedAt', verified_at)
        from old_case where complaint_id = complaint.id) as old
    from complaint where id = ${id}`
  if (!row) throw new Error('a complaint lost its details')
  return row
}

export type SealedContact = {
  readonly keyId: PersonKeyId
  readonly relation: Relation
  readonly nameSealed: Uint8Array | null
  readonly contactSealed: Uint8Array | null
  readonly contactIndex: Uint8Array | null
  readonly way: ContactWay
  readonly safeTimes: readonly SafeTime[]
  readonly prefersWoman: boolean
}

export async function getContact(tx: Tx, id: ComplaintId): Promise<SealedContact> {
  const [row] = await tx<SealedContact[]>`
    select key_id as "keyId", relation, name_sealed as "nameSealed",
      contact_sealed as "contactSealed", contact_index as "contactIndex", way,
      safe_times as "safeTimes", prefers_woman as "prefersWoman"
    from complaint_contact where complaint_id = ${id}`
  if (!row) throw new Error('a complaint lost its contact')
  return row
}

export async function listClaims(tx: Tx, id: ComplaintId): Promise<Claim[]> {
  const rows = await tx<{ kind: ClaimKind; minor: bigint | null; currency: Claim['currency'] }[]>`
    select kind, minor, currency from complaint_claim where complaint_id = ${id} order by kind`
  return rows.map(({ kind, minor, currency }) => ({
    kind,
    currency,
    sum: minor === null ? null : { minor, currency },
  }))
}

export type EarlierMatter = {
  readonly id: ComplaintId
  readonly number: string
  readonly status: ComplaintStatus
  readonly receivedAt: Date
  readonly why: 'agency' | 'respondent' | 'person' | 'contact'
}

/**
 * Complaints received before this one that share the agency, the alias, the name or the way to
 * reach her, the latest first; where several are shared, the most telling is named.
 */
export async function listEarlierMatters(
  tx: Tx,
  { id, receivedAt }: { readonly id: ComplaintId; readonly receivedAt: Date },
  keys: {
    readonly agencyId: string | null
    readonly respondentIndex: Uint8Array | null
    readonly contactIndex: Uint8Array | null
    readonly nameIndex: Uint8Array | null
  },
): Promise<EarlierMatter[]> {
  const earlier = tx`c.received_at <= ${receivedAt} and c.id <> ${id}
    order by c.received_at desc limit 20`
  return tx<EarlierMatter[]>`
    select distinct on (received_at, id) id, number, status, received_at as "receivedAt", why from (
      (select c.id, number, status, received_at, 'contact' as why, 1 as telling
        from complaint_contact k join complaint c on c.id = k.complaint_id
        where k.contact_index = ${keys.contactIndex as Buffer | null} and ${earlier})
      union all
      (select c.id, number, status, received_at, 'person', 2 from worker w
        join complaint c on c.worker_id = w.id
        where w.name_index = ${keys.nameIndex as Buffer | null} and ${earlier})
      union all
      (select id, number, status, received_at, 'agency', 3 from complaint c
        where agency_id = ${keys.agencyId} and ${earlier})
      union all
      (select id, number, status, received_at, 'respondent', 4 from complaint c
        where respondent_index = ${keys.respondentIndex as Buffer | null} and ${earlier})
    ) matters order by received_at desc, id, telling limit 20`
}
