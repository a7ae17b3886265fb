import type { Actor } from '../../../kernel/actor.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { Verdict } from '../rules/alike.ts'

import { keepPersonJudgement, listPersonRows } from '../store/persons.ts'

type Judge = {
  readonly agencyId: string
  readonly a: string
  readonly b: string
  readonly verdict: Verdict
  readonly reason: string
  readonly now: Date
}

/** An officer says whether two records are one person. The last word counts; every word is kept. */
export async function judgePersons(
  tx: Tx,
  actor: Actor,
  { agencyId, a, b, verdict, reason, now }: Judge,
): Promise<Result<null, 'not-found'>> {
  if (!isUuid(agencyId)) return refuse('not-found')
  const rows = await listPersonRows(tx, agencyId)
  const [first, second] = [a, b].sort().map((id) => rows.find((row) => row.id === id))
  if (!first || !second || first.id === second.id) return refuse('not-found')
  await keepPersonJudgement(tx, {
    ...{ agencyId: first.agencyId, personId: first.id, otherId: second.id },
    ...{ verdict, reason, by: actor.id, at: now },
  })
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency-person', recordId: second.id, type: 'agency.persons-judged', at: now },
    ...{ data: { verdict, with: first.id }, agencyId: first.agencyId, visibleTo: ['officer'] },
  })
  return ok(null)
}
