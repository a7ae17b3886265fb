import type { Tx } from '../../../platform/db.ts'
import type { SignatureId, SigningMethod } from '../rules/signing.ts'
import type { PersonId, PersonNames } from './people.ts'

export type NewSignature = {
  readonly record: { readonly type: string; readonly id: string }
  readonly personId: PersonId
  readonly role: string
  readonly officeId: string | null
  readonly agencyId: string | null
  readonly actingFor: string | null
  readonly at: Date
  readonly meaning: string
  readonly shownHash: Buffer
  readonly method: SigningMethod
}

export type Signature = {
  readonly id: SignatureId
  readonly personId: PersonId
  /** Null where the reader may not know who it was. */
  readonly name: PersonNames | null
  readonly role: string
  readonly office: PersonNames | null
  readonly actingFor: string | null
  readonly actingForName: PersonNames | null
  readonly at: Date
  readonly meaning: string
  readonly shownHash: Buffer
  readonly method: SigningMethod
}

export async function addSignature(tx: Tx, signed: NewSignature): Promise<SignatureId> {
  const [row] = await tx<{ id: SignatureId }[]>`
    insert into signature (record_type, record_id, person_id, role, office_id, agency_id,
      acting_for, signed_at, meaning, shown_hash, method)
    values (${signed.record.type}, ${signed.record.id}, ${signed.personId}, ${signed.role},
      ${signed.officeId}, ${signed.agencyId}, ${signed.actingFor}, ${signed.at},
      ${signed.meaning}, ${signed.shownHash}, ${signed.method})
    returning id`
  if (!row) throw new Error('a signature was not kept')
  return row.id
}

/** Who signed this record, in order. Officers see all of them, others their own. */
export async function listSignatures(
  tx: Tx,
  record: { readonly type: string; readonly id: string },
): Promise<Signature[]> {
  return tx<Signature[]>`
    select s.id, s.person_id as "personId", s.role, s.acting_for as "actingFor",
      (select jsonb_build_object('km', p.name_km, 'en', p.name_en)
        from person p where p.id = s.person_id) as name,
      (select jsonb_build_object('km', o.name_km, 'en', o.name_en)
        from office o where o.id = s.office_id) as office,
      (select jsonb_build_object('km', p.name_km, 'en', p.name_en)
        from person p where p.id = s.acting_for) as "actingForName",
      s.signed_at as at, s.meaning, s.shown_hash as "shownHash", s.method
    from signature s where s.record_type = ${record.type} and s.record_id = ${record.id}
    order by s.signed_at, s.id`
}
