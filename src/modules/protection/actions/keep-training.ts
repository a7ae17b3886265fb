import { type Actor, hasRole } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import { listOfficers } from '../../accounts/index.ts'
import { type Caseworker, saveCaseworker } from '../store/track.ts'

export type TrainingRefusal = 'not-your-role' | 'own-training' | 'not-a-caseworker' | 'day-not-yet'

/** A head writes down who was trained when, and whether a woman or a man; never of herself. */
export async function keepTraining(
  tx: Tx,
  actor: Actor,
  { at, ...training }: Caseworker & { readonly at: Date },
): Promise<Result<null, TrainingRefusal>> {
  if (!hasRole(actor, 'complaints-head')) return refuse('not-your-role')
  if (training.personId === actor.id) return refuse('own-training')
  const today = dayOf(at)
  if (training.trainedOn > today) return refuse('day-not-yet')
  const holders = await listOfficers(tx, { role: 'caseworker', today })
  if (!holders.some(({ id }) => id === training.personId)) return refuse('not-a-caseworker')
  await saveCaseworker(tx, { ...training, keptBy: actor.id, keptAt: at })
  await recordEvent(tx, actor, {
    ...{ recordType: 'caseworker', recordId: training.personId, at },
    type: 'protection.training-kept',
    visibleTo: ['officer'],
  })
  return ok(null)
}
