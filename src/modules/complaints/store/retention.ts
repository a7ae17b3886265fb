import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { WorkerId } from '../../workers/index.ts'

/** Takes the way to reach people out of cases that ended before; returns the keys to destroy. */
export async function forgetContacts(tx: Tx, endedBefore: Date): Promise<PersonKeyId[]> {
  const rows = await tx<{ keyId: PersonKeyId }[]>`
    update complaint_contact k set contact_index = null
    from complaint c, person_key p
    where c.id = k.complaint_id and c.closed_at < ${endedBefore}
      and p.id = k.key_id and p.wrapped is not null
    returning k.key_id as "keyId"`
  const ofGroups = await tx<{ keyId: PersonKeyId }[]>`
    update case_person m set contact_index = null
    from complaint c, person_key p
    where c.id = m.complaint_id and c.closed_at < ${endedBefore}
      and p.id = m.contact_key_id and p.wrapped is not null
    returning m.contact_key_id as "keyId"`
  return [...rows, ...ofGroups].map(({ keyId }) => keyId)
}

export type Forgotten = {
  readonly caseIds: readonly string[]
  readonly keyIds: readonly PersonKeyId[]
  readonly workerIds: readonly WorkerId[]
}

/**
 * Takes out by what somebody could be found in cases that ended before. The keys are those of the
 * words and of what agencies were shown and wrote.
 */
export async function forgetContents(tx: Tx, endedBefore: Date): Promise<Forgotten> {
  const rows = await tx<{ id: string; keyId: PersonKeyId; workerId: WorkerId | null }[]>`
    update complaint c set respondent_index = null
    from person_key p
    where c.closed_at < ${endedBefore} and p.id = c.key_id and p.wrapped is not null
      and not exists (select from case_merge m join complaint t on t.id = m.into_id
        where m.from_id = c.id and m.undone_at is null
          and coalesce(t.closed_at >= ${endedBefore}, true))
    returning c.id, c.key_id as "keyId", c.worker_id as "workerId"`
  const shown = await tx<{ keyId: PersonKeyId }[]>`
    select key_id as "keyId" from agency_inquiry
    where complaint_id = any (${rows.map(({ id }) => id)}::uuid[])`
  const persons = await tx<{ keyId: PersonKeyId }[]>`
    update case_person set name_index = null
    where complaint_id = any (${rows.map(({ id }) => id)}::uuid[])
    returning key_id as "keyId"`
  await tx`
    update case_party set name_index = null
    where complaint_id = any (${rows.map(({ id }) => id)}::uuid[])`
  return {
    caseIds: rows.map(({ id }) => id),
    keyIds: [...rows, ...shown, ...persons].map(({ keyId }) => keyId),
    workerIds: rows.flatMap(({ workerId }) => workerId ?? []),
  }
}
