import { systemActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import { listJudged } from '../../casework/index.ts'
import { countRemedies } from '../../compensation/index.ts'
import {
  listComplaintFacts,
  listPersonSexes,
  listSought,
  listStepDays,
} from '../../complaints/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { listDueSums } from '../../ledger/index.ts'
import { complaintFigures, hiddenScopesOf, stepFigures } from '../rules/complaint-figures.ts'
import type { Figure } from '../rules/figure.ts'
import { moneyFigures, remedyFigures } from '../rules/money-figures.ts'
import { replaceFigures } from '../store/figures.ts'

/** Counts what is published anew; what is small is hidden before it is written anywhere. */
export async function countFigures(db: Db, now: Date): Promise<void> {
  await transact(db, systemActor('figures'), async (tx) => {
    await countFiguresIn(tx, now)
    return ok(null)
  })
}

export async function countFiguresIn(tx: Tx, now: Date): Promise<void> {
  const least = findNumber(await rulebook(tx, dayOf(now)), 'figures.least_count')
  // Without the rule nothing may be published: better no figures than one that shows a person.
  const figures = least === null ? [] : await allFigures(tx, { least, now })
  await replaceFigures(tx, figures, now)
  await publicChanged(tx)
}

async function allFigures(tx: Tx, { least, now }: { least: number; now: Date }): Promise<Figure[]> {
  const facts = await listComplaintFacts(tx)
  const judged = await listJudged(tx, { type: 'complaint', kind: 'first-answer', at: now })
  const inTime = new Map(judged.map(({ id, met }) => [id, met]))
  const counted = complaintFigures(
    facts.map((fact) => ({ ...fact, inTime: inTime.get(fact.id) ?? null })),
    least,
  )
  const hiddenScopes = hiddenScopesOf(counted)
  const sexes = await listPersonSexes(tx)
  const bySex = {
    sexOf: new Map<string, (typeof sexes)[number]['sex']>(sexes.map(({ id, sex }) => [id, sex])),
    least,
  }
  const dues = await listDueSums(tx)
  return [
    ...counted,
    ...stepFigures(await listStepDays(tx), { least, hiddenScopes }),
    ...moneyFigures('sought', await listSought(tx), bySex),
    ...moneyFigures(
      'awarded',
      dues.map((due) => ({ ...due, minor: due.awarded })),
      bySex,
    ),
    ...moneyFigures(
      'money-received',
      dues.map((due) => ({ ...due, minor: due.received })),
      bySex,
    ),
    ...remedyFigures(await countRemedies(tx), least),
  ]
}
