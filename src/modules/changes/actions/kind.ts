import type { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { KindTerms, Proposal } from '../rules/kind.ts'

type Names = { readonly km: string; readonly en: string }

/**
 * What a kind of change knows of its content; the mechanism knows the rest. Whoever asks has parsed
 * the content with `content` first. Refusals are codes with a sentence under `refusal.`.
 */
export type KindActions<C> = KindTerms & {
  readonly content: z.ZodType<C>
  subjectOf(content: C): string
  /** As people call the subject, which may come into being only by this content. */
  namesOf(tx: Tx, subject: string, content: C | null): Promise<Names>
  /** Whether it can be done as things stand; asked at the proposal and again at the approval. */
  check(tx: Tx, proposal: Proposal<C>): Promise<Result<unknown, string>>
  /** For what carries its own dates: written at the approval, so that it is public before its day. */
  publish?(tx: Tx, actor: Actor, proposal: Proposal<C>): Promise<Result<unknown, string>>
  /** Takes back what was published and has not begun. */
  takeBack?(tx: Tx, actor: Actor, proposal: Proposal<C>): Promise<void>
  /** For the rest: written on its day, by the platform. */
  carryOut?(tx: Tx, actor: Actor, proposal: Proposal<C>): Promise<Result<unknown, string>>
}
