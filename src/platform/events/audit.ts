import type { Actor } from '../../kernel/actor.ts'
import type { Db, Tx } from '../db.ts'

/** One look, reveal, export or sign-in, kept for ever. */
export type Look = {
  readonly act: 'looked' | 'revealed' | 'exported' | 'signed-in' | 'refused'
  readonly recordType: string
  readonly recordId?: string | null
  readonly reason?: string
  readonly data?: Readonly<Record<string, string | number>>
}

export async function recordLook(db: Db | Tx, actor: Actor, look: Look): Promise<void> {
  await db`
    insert into audit (actor_kind, actor_id, act, record_type, record_id, reason, data)
    values (${actor.kind}, ${actor.id}, ${look.act}, ${look.recordType},
      ${look.recordId ?? null}, ${look.reason ?? null}, ${db.json(look.data ?? {})})`
}
