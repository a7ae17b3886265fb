import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import type { Channel, ChannelMessage, Sender, Sent } from '../../../platform/messaging/sender.ts'
import { openPersonKeys, type PersonKeyId } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { messageLifecycle } from '../rules/lifecycle.ts'
import { afterTry, isDue, isTooLate, nextBlindTry } from '../rules/outcome.ts'
import { nextSafe } from '../rules/safe-hours.ts'
import {
  beginTry,
  holdOutgoing,
  type MessageRef,
  moveOutgoing,
  type Outgoing,
  type OutgoingMove,
} from '../store/outgoing.ts'
import { holdParts, insertParts } from '../store/parts.ts'
import { applyReceipts } from './hear-receipt.ts'
import type { Written } from './write-message.ts'

/** Those that are set up; a channel without one waits. */
export type Senders = Readonly<Partial<Record<Channel, Sender>>>
export type SendDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly now: () => Date
  readonly senders: Senders
  /** Whether this address is one that must not be used now, whatever held when it was queued. */
  readonly mustNotReach: (tx: Tx, vault: Vault, to: Recipient) => Promise<boolean>
}
type Recipient = {
  readonly recordType: string
  readonly recordId: string
  readonly address: string
}

const actor = systemActor('send-message')

/**
 * One try. Before anything leaves, the message is marked as one whose fate nobody knows; what the
 * centre answers is kept after. So a worker that dies in between has told no untruth.
 */
export async function sendMessage(deps: SendDeps, ref: MessageRef): Promise<void> {
  const begun = await begin(deps, ref)
  if (!begun) return
  const sent = (await deps.senders[begun.channel]?.send(begun.message)) ?? notSetUp
  await transact(deps.db, actor, async (tx) => ok(await keep(tx, { ref, sent, now: deps.now() })))
}

const notSetUp: Sent = { outcome: 'not-now', code: 'not-set-up' }

type Begun = { readonly channel: Channel; readonly message: ChannelMessage }

async function begin(deps: SendDeps, ref: MessageRef): Promise<Begun | null> {
  const { db, vault } = deps
  const now = deps.now()
  const begun = await transact(db, actor, async (tx) => {
    const found = await holdOutgoing(tx, ref)
    if (!found || !isDue(found, now)) return ok(null)
    const content = await unseal(tx, vault, found)
    const safe = nextSafe(now, found.safeHours)
    if (content && (await deps.mustNotReach(tx, vault, { ...found, address: content.to }))) {
      await moveOutgoing(tx, ref, { ...stopped, at: now })
      return ok(null)
    }
    if (content === null || isTooLate(ref.queuedAt, now) || safe.from > now) {
      await moveOutgoing(tx, ref, {
        ...notTried({ found, content, safe: safe.from, now }),
        at: now,
      })
      return ok(null)
    }
    const tried = { ...found, attempts: found.attempts + 1 }
    await beginTry(tx, ref, { at: now, nextAttemptAt: nextBlindTry(tried, now) })
    const message = { id: found.id, ...content, validUntil: safe.until }
    return ok({ channel: found.channel, message })
  })
  return begun.ok ? begun.value : null
}

const stopped = { status: 'failed', nextAttemptAt: null, code: 'must-not-be-told' } as const

type NotTried = { found: Outgoing; content: Content | null; safe: Date; now: Date }

/** Why nothing leaves now: for good, or until the next safe hour. */
function notTried({ found, content, safe, now }: NotTried): Omit<OutgoingMove, 'at'> {
  if (content === null) return { status: 'failed', nextAttemptAt: null, code: 'key-ended' }
  if (isTooLate(found.queuedAt, now))
    return { status: 'failed', nextAttemptAt: null, code: 'too-late' }
  return { status: found.status, nextAttemptAt: safe, code: 'not-safe-now' }
}

type Content = Written & { readonly to: string }

async function unseal(tx: Tx, vault: Vault, found: Outgoing): Promise<Content | null> {
  const keyId = found.keyId as PersonKeyId
  const key = (await openPersonKeys(tx, vault, [keyId])).get(keyId)
  if (!key) return null
  const written = JSON.parse(vault.open(key, found.textSealed)) as Written
  return { ...written, to: vault.open(key, found.recipientSealed) }
}

type Kept = { readonly ref: MessageRef; readonly sent: Sent; readonly now: Date }

async function keep(tx: Tx, { ref, sent, now }: Kept): Promise<void> {
  const ids = sent.outcome === 'handed-over' ? sent.ids : []
  const tried = await holdOutgoing(tx, ref)
  if (tried?.status !== 'unknown') return
  await holdParts(tx, tried.channel, ids)
  const { step, nextAttemptAt } = afterTry(tried, sent.outcome, now)
  const status = step ? messageLifecycle.steps[step].to : 'unknown'
  const code = sent.outcome === 'handed-over' ? null : sent.code
  await moveOutgoing(tx, ref, { status, nextAttemptAt, code, at: now })
  if (ids.length === 0) return
  await insertParts(tx, ref, { attempt: tried.attempts, channel: tried.channel, ids })
  await applyReceipts(tx, ref, now)
}
