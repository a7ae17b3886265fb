import type { Actor } from '../../../kernel/actor.ts'
import { addDays, type Day } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { isOfTheirOffice, maySeeTo } from './people-access.ts'

export type ConfirmRefusal = 'not-your-role' | 'not-your-office' | 'about-yourself'

/** A head confirms the roles of the office, or of one below it; nobody the own ones. */
export function checkConfirm(
  actor: Actor,
  line: {
    readonly personId: string
    readonly officeId: string
    /** The offices above it. */
    readonly above: readonly string[]
  },
): Result<null, ConfirmRefusal> {
  if (!maySeeTo(actor, 'review-roles')) return refuse('not-your-role')
  if ([actor.id, actor.actingFor].includes(line.personId)) return refuse('about-yourself')
  const isAbove = actor.officeId !== null && line.above.includes(actor.officeId)
  return isAbove || isOfTheirOffice(actor, line.officeId) ? ok(null) : refuse('not-your-office')
}

/** Whether whoever is concerned is told that a role will lapse. */
export const isWarned = (dueOn: Day, warnDays: number | null, today: Day): boolean =>
  warnDays === null || today >= addDays(dueOn, -warnDays)
