import type { Actor } from '../../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { stopClock } from '../../casework/index.ts'
import { type Answers, decideTrack, type Screened } from '../rules/screening.ts'
import type { WantedSex } from '../rules/track.ts'
import { protectionPack } from '../store/pack.ts'
import { insertScreening, listScreenings } from '../store/screening.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './about-case.ts'
import { type PlaceRefusal, placeOnTrack } from './place-on-track.ts'

export type ScreenCase = AboutCase & {
  readonly answers: Answers
  readonly note: string | null
  /** Whom she wants to speak with, should the case be protected. */
  readonly wants: WantedSex
}
export type ScreenRefusal = CaseRefusal | PlaceRefusal

export const screeningClock = 'screening'

/**
 * Keeps what an officer found, as a version of its own. Where the rule protects, the case leaves the
 * ordinary way at once; nothing brings it back but a decision.
 */
export async function screenCase(
  tx: Tx,
  actor: Actor,
  screen: ScreenCase,
): Promise<Result<Screened, ScreenRefusal>> {
  const opened = await openCase(tx, actor, screen)
  if (!opened.ok) return opened
  const { kept, words } = opened
  const { indicators, list } = protectionPack()
  const screened = decideTrack(indicators, screen.answers)
  const [last] = await listScreenings(tx, kept.id)
  const isKept = await insertScreening(tx, kept.id, {
    ...screened,
    ...{ version: (last?.version ?? 0) + 1, list, answers: screen.answers, keyId: kept.keyId },
    noteSealed: screen.note === null ? null : words.seal(screen.note),
    ...{ madeBy: actor.id, madeAt: screen.at },
  })
  if (!isKept) return refuse('changed-meanwhile')
  await stopClock(tx, { recordId: kept.id, kind: screeningClock, at: screen.at })
  await tell(tx, actor, kept, {
    ...{ type: 'protection.screened', at: screen.at },
    data: { outcome: screened.outcome },
  })
  if (screened.outcome === 'protected' && !kept.isProtected) {
    const placed = await placeOnTrack(tx, actor, { ...screen, reasons: screened.reasons })
    if (!placed.ok) return placed
  }
  return ok(screened)
}
