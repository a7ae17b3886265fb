import { randomBytes, randomUUID } from 'node:crypto'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { holdFiles } from '../../evidence/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { deleteDraft, findDraft, lockDraft, saveDraft } from '../store/draft.ts'
import type { DraftFile } from './draft-files.ts'
import type { ReceiptSlip } from './receipt-slip.ts'

/** Fields as they were typed, also those that were refused. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** What is kept for one browser: the answers so far, or the slip once they were sent. */
export type Draft =
  | {
      readonly kind: 'answers'
      /** The same for every attempt to send this draft: it becomes one complaint. */
      readonly submission: string
      readonly typed: Typed
      /** Agencies of the register that the words about the agency may mean. */
      readonly matches: readonly string[]
      /** Photos, documents and a recording; absent in the oldest drafts. */
      readonly files?: readonly DraftFile[]
    }
  | { readonly kind: 'sent'; readonly slip: ReceiptSlip }
export type AnswersDraft = Extract<Draft, { kind: 'answers' }>

export type DraftKey = {
  readonly vault: Vault
  /** Held by the browser alone: without it nobody can open the draft. */
  readonly token: string
  readonly now: Date
}

export const emptyDraft = (): Draft => ({
  kind: 'answers',
  submission: randomUUID(),
  typed: {},
  matches: [],
})

export const newDraftToken = (): string => randomBytes(32).toString('base64url')

/** Null when it ended or never was. */
export async function openDraft(tx: Tx, key: DraftKey): Promise<Draft | null> {
  return unseal(key, await findDraft(tx, key.token, key.now))
}

/** The same, and held until this transaction ends: two tabs never save over each other. */
export async function holdDraft(tx: Tx, key: DraftKey): Promise<Draft | null> {
  return unseal(key, await lockDraft(tx, key.token, key.now))
}

/** Keeps it for as long as the rule says from now; returns that time in seconds. */
export async function keepDraft(tx: Tx, key: DraftKey, draft: Draft): Promise<number> {
  const seconds = (await draftHours(tx, key.now)) * 3600
  const expiresAt = new Date(key.now.getTime() + seconds * 1000)
  const content = key.vault.seal(sealOf(key), JSON.stringify(draft))
  await saveDraft(tx, key.token, { content, expiresAt })
  await holdFiles(tx, filesOf(draft), expiresAt)
  return seconds
}

/** With its files, which the next tidying takes away. */
export async function forgetDraft(tx: Tx, key: DraftKey): Promise<void> {
  await letFilesGo(tx, key, await openDraft(tx, key))
  await deleteDraft(tx, key.token)
}

/** The files of a draft that was sent lie with the complaint now, or were taken out of it. */
export const letFilesGo = (tx: Tx, { now }: DraftKey, draft: Draft | null): Promise<void> =>
  holdFiles(tx, draft ? filesOf(draft) : [], now)

const filesOf = (draft: Draft) =>
  draft.kind === 'answers' ? (draft.files ?? []).map(({ hash }) => hash) : []

/** How long an unfinished complaint is kept: a rule of this service. */
export async function draftHours(tx: Tx, now: Date): Promise<number> {
  const hours = findNumber(await rulebook(tx, dayOf(now)), 'complaint.draft_hours')
  if (hours === null) throw new Error('no rule says how long an unfinished complaint is kept')
  return hours
}

export const sealOf = ({ vault, token }: DraftKey) => vault.keyFrom(token, 'draft')

function unseal(key: DraftKey, sealed: Uint8Array | null): Draft | null {
  return sealed === null ? null : (JSON.parse(key.vault.open(sealOf(key), sealed)) as Draft)
}
