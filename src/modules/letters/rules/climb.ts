import type { Actor } from '../../../kernel/actor.ts'
import { offeredActions, type StepRefusal, takeStep } from '../../../kernel/lifecycle.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Letter, LetterStatus } from './letter.ts'
import { type LetterAction, lifecycleOf } from './lifecycle.ts'

/** An office and the one above it; null at the top. */
export type OfficeAbove = { readonly id: string; readonly superiorId: string | null }
export type ClimbRefusal = StepRefusal | 'not-on-your-desk' | 'nobody-above' | 'nobody-below'

/** What a step leads to, and on whose desk the letter lies then; null where on nobody's. */
export type ClimbStep = { readonly to: LetterStatus; readonly holderOfficeId: string | null }

/**
 * Whether the actor may take this step now. While a letter is being written only the office on
 * whose desk it lies may move it, one step up or down its own line.
 */
export function checkClimb(
  letter: Letter,
  action: LetterAction,
  { actor, offices }: { actor: Actor; offices: readonly OfficeAbove[] },
): Result<ClimbStep, ClimbRefusal> {
  const step = takeStep(lifecycleOf(letter.direction), letter.status, {
    action,
    roles: actor.roles,
  })
  if (!step.ok) return step
  const to = step.value
  if (letter.holderOfficeId === null) {
    // What an office above has signed may be withdrawn above; a register belongs to its office.
    const above = action === 'withdraw' && letter.direction === 'outgoing'
    const ours = above || actor.officeId === letter.officeId
    return ours ? ok({ to, holderOfficeId: null }) : refuse('not-on-your-desk')
  }
  if (actor.officeId !== letter.holderOfficeId) return refuse('not-on-your-desk')
  return moveDesk(letter, action, { to, offices })
}

function moveDesk(
  letter: Letter,
  action: LetterAction,
  { to, offices }: { to: LetterStatus; offices: readonly OfficeAbove[] },
): Result<ClimbStep, ClimbRefusal> {
  const line = lineAbove(letter.officeId, offices)
  const here = line.indexOf(letter.holderOfficeId ?? '')
  switch (action) {
    case 'pass-up': {
      const above = line[here + 1]
      return above ? ok({ to, holderOfficeId: above }) : refuse('nobody-above')
    }
    case 'send-down': {
      // To the office that wrote it, it goes back.
      const below = here > 1 ? line[here - 1] : undefined
      return below ? ok({ to, holderOfficeId: below }) : refuse('nobody-below')
    }
    case 'send-back':
      return here > 0 ? ok({ to, holderOfficeId: letter.officeId }) : refuse('nobody-below')
    default:
      return ok({ to, holderOfficeId: null })
  }
}

/** The office that wrote it and all above, in order; a circle ends where it began. */
export function lineAbove(officeId: string, offices: readonly OfficeAbove[]): string[] {
  const line: string[] = []
  const byId = new Map(offices.map((office) => [office.id, office]))
  for (let at: string | null = officeId; at !== null && !line.includes(at); ) {
    line.push(at)
    at = byId.get(at)?.superiorId ?? null
  }
  return line
}

/** The buttons to draw: exactly what checkClimb accepts. */
export const offeredLetterActions = (
  letter: Letter,
  who: { actor: Actor; offices: readonly OfficeAbove[] },
): LetterAction[] =>
  offeredActions(lifecycleOf(letter.direction), letter.status, who.actor.roles).filter(
    (action) => checkClimb(letter, action, who).ok,
  )

/** Another letter may take its place, written by the office that wrote it. */
export const mayReplace = (letter: Letter, actor: Actor): boolean =>
  ['signed', 'sent'].includes(letter.status) && letter.officeId === actor.officeId

/** Its words may change while it lies on the actor's desk. */
export const mayWrite = (letter: Letter, actor: Actor): boolean =>
  letter.holderOfficeId !== null && letter.holderOfficeId === actor.officeId
