import type { Tx } from '../../../platform/db.ts'
import type {
  ReferralBody,
  ReferralStatus,
  ReferralWarning,
  WarningAnswer,
} from '../rules/referral.ts'

export const consentHows = ['in-person', 'by-phone', 'in-writing'] as const
export type ConsentHow = (typeof consentHows)[number]

export type ReferralRow = {
  readonly id: string
  readonly complaintId: string
  readonly personId: string | null
  readonly body: ReferralBody
  readonly status: ReferralStatus
  readonly version: number
  readonly isChild: boolean
  readonly consentHow: ConsentHow | null
  readonly consentedOn: string | null
  readonly bestInterestId: string | null
  readonly warnings: readonly ReferralWarning[]
  readonly warningAnswer: WarningAnswer | null
  readonly warningSealed: Uint8Array | null
  readonly toSealed: Uint8Array
  readonly ownerId: string
  readonly nextOn: string | null
  readonly answerSealed: Uint8Array | null
  readonly madeAt: Date
  /** For a child: whether two persons decided. */
  readonly isDecidedForChild: boolean
}

const columns = `r.id, r.complaint_id as "complaintId", r.person_id as "personId", r.body, r.status,
  r.version, r.is_child as "isChild", r.consent_how as "consentHow",
  r.consented_on as "consentedOn", r.best_interest_id as "bestInterestId", r.warnings,
  r.warning_answer as "warningAnswer", r.warning_sealed as "warningSealed",
  r.to_sealed as "toSealed", r.owner_id as "ownerId", r.next_on as "nextOn",
  r.answer_sealed as "answerSealed", r.made_at as "madeAt",
  coalesce(b.status = 'decided', false) as "isDecidedForChild"`

export async function listReferrals(tx: Tx, complaintId: string): Promise<ReferralRow[]> {
  return tx<ReferralRow[]>`
    select ${tx.unsafe(columns)} from referral r left join best_interest b on b.id = r.best_interest_id
    where r.complaint_id = ${complaintId} order by r.made_at, r.id`
}

export async function insertReferral(
  tx: Tx,
  one: Omit<
    ReferralRow,
    | 'id'
    | 'status'
    | 'version'
    | 'warningAnswer'
    | 'warningSealed'
    | 'answerSealed'
    | 'isDecidedForChild'
    | 'nextOn'
  > & {
    readonly nextOn: string
    readonly keyId: string
    readonly by: string
  },
): Promise<void> {
  const consentBy = one.consentHow === null ? null : one.by
  await tx`
    insert into referral (complaint_id, person_id, body, is_child, consent_how, consented_on,
      consent_by, best_interest_id, warnings, key_id, to_sealed, owner_id, next_on, made_by, made_at)
    values (${one.complaintId}, ${one.personId}, ${one.body}, ${one.isChild}, ${one.consentHow},
      ${one.consentedOn}, ${consentBy}, ${one.bestInterestId}, ${one.warnings as string[]},
      ${one.keyId}, ${one.toSealed as Buffer}, ${one.ownerId}, ${one.nextOn}, ${one.by},
      ${one.madeAt})`
}

export type ReferralMove = {
  readonly status: ReferralStatus
  readonly consentHow: ConsentHow | null
  readonly consentedOn: string | null
  readonly consentBy: string | null
  readonly warningAnswer: WarningAnswer | null
  readonly warningSealed: Buffer | null
  readonly nextOn: string | null
  readonly answerSealed: Buffer | null
}

/** What is given stays beside what was there; false when somebody else changed it first. */
export async function moveReferral(
  tx: Tx,
  { id, version }: Pick<ReferralRow, 'id' | 'version'>,
  move: ReferralMove,
): Promise<boolean> {
  const rows = await tx`
    update referral set status = ${move.status}, next_on = ${move.nextOn},
      consent_how = coalesce(${move.consentHow}, consent_how),
      consented_on = coalesce(${move.consentedOn}, consented_on),
      consent_by = coalesce(${move.consentBy}, consent_by),
      warning_answer = coalesce(${move.warningAnswer}, warning_answer),
      warning_sealed = coalesce(${move.warningSealed}, warning_sealed),
      answer_sealed = coalesce(${move.answerSealed}, answer_sealed), version = version + 1
    where id = ${id} and version = ${version} returning id`
  return rows.length > 0
}
