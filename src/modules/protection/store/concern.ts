import { isUuid } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/db.ts'
import type { PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type {
  ConcernDoor,
  ConcernSign,
  ConcernStatus,
  Help,
  HelpAnswer,
  YesWay,
} from '../rules/concern.ts'

export type Concern = {
  readonly id: string
  readonly status: ConcernStatus
  readonly version: number
  readonly door: ConcernDoor
  readonly area: string
  readonly officeId: string
  readonly country: string | null
  readonly signs: readonly ConcernSign[]
  readonly keyId: PersonKeyId
  readonly aboutSealed: Uint8Array
  readonly reporterSealed: Uint8Array | null
  readonly madeBy: string | null
  readonly madeAt: Date
  readonly ownerId: string | null
  readonly nextOn: string | null
  readonly yesHow: YesWay | null
  readonly yesOn: string | null
  readonly complaintId: string | null
  readonly endedAt: Date | null
  readonly endedSealed: Uint8Array | null
}

const columns = `id, status, version, door, area, office_id as "officeId", country, signs,
  key_id as "keyId", about_sealed as "aboutSealed", reporter_sealed as "reporterSealed",
  made_by as "madeBy", made_at as "madeAt", owner_id as "ownerId", next_on as "nextOn",
  yes_how as "yesHow", yes_on as "yesOn", complaint_id as "complaintId", ended_at as "endedAt",
  ended_sealed as "endedSealed"`

export async function findConcern(tx: Tx, id: string): Promise<Concern | null> {
  if (!isUuid(id)) return null
  const [row] = await tx<Concern[]>`
    select ${tx.unsafe(columns)} from concern where id = ${id}`
  return row ?? null
}

/** Those that the acting person may see: open ones by their day, ended ones the latest first. */
export async function listConcerns(
  tx: Tx,
  { open, most }: { open: boolean; most: number },
): Promise<Concern[]> {
  return open
    ? tx<Concern[]>`
        select ${tx.unsafe(columns)} from concern where next_on is not null
        order by next_on, id limit ${most}`
    : tx<Concern[]>`
        select ${tx.unsafe(columns)} from concern where next_on is null
        order by ended_at desc, id limit ${most}`
}

export type NewConcern = Pick<
  Concern,
  | 'id'
  | 'door'
  | 'area'
  | 'officeId'
  | 'country'
  | 'signs'
  | 'keyId'
  | 'aboutSealed'
  | 'reporterSealed'
  | 'madeBy'
  | 'madeAt'
> & { readonly nextOn: string }

export async function insertConcern(tx: Tx, one: NewConcern): Promise<void> {
  await tx`
    insert into concern (id, door, area, office_id, country, signs, key_id, about_sealed,
      reporter_sealed, made_by, made_at, next_on)
    values (${one.id}, ${one.door}, ${one.area}, ${one.officeId}, ${one.country},
      ${one.signs as string[]}, ${one.keyId}, ${one.aboutSealed as Buffer},
      ${one.reporterSealed as Buffer | null}, ${one.madeBy}, ${one.madeAt}, ${one.nextOn})`
}

export type ConcernMove = Pick<Concern, 'status' | 'ownerId' | 'nextOn' | 'endedAt'> & {
  readonly endedSealed: Buffer | null
  readonly yes: {
    readonly how: YesWay
    readonly on: string
    readonly heardBy: string
    readonly complaintId: string
  } | null
}

export async function moveConcern(
  tx: Tx,
  { id, version }: Pick<Concern, 'id' | 'version'>,
  { yes, ...move }: ConcernMove,
): Promise<boolean> {
  const rows = await tx`
    update concern set status = ${move.status}, owner_id = ${move.ownerId},
      next_on = ${move.nextOn}, ended_at = ${move.endedAt}, ended_sealed = ${move.endedSealed},
      yes_how = ${yes?.how ?? null}, yes_on = ${yes?.on ?? null},
      yes_heard_by = ${yes?.heardBy ?? null}, complaint_id = ${yes?.complaintId ?? null},
      version = version + 1
    where id = ${id} and version = ${version} returning id`
  return rows.length > 0
}

export type OfferedHelp = {
  readonly help: Help
  readonly offeredOn: string
  readonly answer: HelpAnswer
  readonly offeredBy: string
  readonly noteSealed: Uint8Array | null
}

export async function listHelp(tx: Tx, concernId: string): Promise<OfferedHelp[]> {
  return tx<OfferedHelp[]>`
    select help, offered_on as "offeredOn", answer, offered_by as "offeredBy",
      note_sealed as "noteSealed"
    from concern_help where concern_id = ${concernId} order by offered_on desc, id desc`
}

export async function insertHelp(
  tx: Tx,
  one: OfferedHelp & { readonly concernId: string; readonly keyId: string },
): Promise<void> {
  await tx`
    insert into concern_help (concern_id, help, offered_on, answer, offered_by, key_id, note_sealed)
    values (${one.concernId}, ${one.help}, ${one.offeredOn}, ${one.answer}, ${one.offeredBy},
      ${one.keyId}, ${one.noteSealed as Buffer | null})`
}

/** Ended before this day, with a key that still opens it. */
export async function listConcernsToForget(
  tx: Tx,
  before: Date,
): Promise<{ keyId: PersonKeyId }[]> {
  return tx<{ keyId: PersonKeyId }[]>`
    select c.key_id as "keyId" from concern c join person_key k on k.id = c.key_id
    where c.ended_at < ${before} and k.wrapped is not null limit 500`
}
