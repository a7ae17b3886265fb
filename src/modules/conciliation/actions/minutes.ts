import { z } from 'zod'
import type { DataKey, Vault } from '../../../platform/vault/vault.ts'

const minutesShape = z.object({
  workerSays: z.string(),
  agencySays: z.string(),
  note: z.string().nullable(),
  readBy: z.string(),
})
/** The statements of both sides, side by side, and who read them aloud. */
export type Minutes = z.output<typeof minutesShape>

export const sealMinutes = (vault: Vault, key: DataKey, minutes: Minutes): Buffer =>
  vault.seal(key, JSON.stringify(minutes))

export const openMinutes = (vault: Vault, key: DataKey, sealed: Uint8Array): Minutes =>
  minutesShape.parse(JSON.parse(vault.open(key, sealed)))

const decisionShape = z.object({
  /** On what it rests, in the officer's words: an article, a clause. */
  basis: z.string(),
  reasons: z.string(),
  /** What is decided or proposed, in one passage that can be read aloud. */
  order: z.string(),
})
export type DecisionWords = z.output<typeof decisionShape>

export const sealDecision = (vault: Vault, key: DataKey, words: DecisionWords): Buffer =>
  vault.seal(key, JSON.stringify(words))

export const openDecision = (vault: Vault, key: DataKey, sealed: Uint8Array): DecisionWords =>
  decisionShape.parse(JSON.parse(vault.open(key, sealed)))
