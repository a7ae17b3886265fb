import { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'

/** Somebody who comes into the pool of second persons, or leaves it. */
export const approverContent = z.object({
  personId: z.uuid(),
  /** True when the person is to be in the pool from then on. */
  isIn: z.boolean(),
})
export type ApproverContent = z.output<typeof approverContent>

export type ApproverRefusal = 'no-such-person' | 'already-in-the-pool' | 'not-in-the-pool'

type Facts = {
  /** Everybody with a role that approves something. */
  readonly able: readonly string[]
  readonly pool: readonly string[]
}

export function checkApprover(
  { personId, isIn }: ApproverContent,
  { able, pool }: Facts,
): Result<null, ApproverRefusal> {
  const wasIn = pool.includes(personId)
  if (!isIn) return wasIn ? ok(null) : refuse('not-in-the-pool')
  if (wasIn) return refuse('already-in-the-pool')
  return able.includes(personId) ? ok(null) : refuse('no-such-person')
}
