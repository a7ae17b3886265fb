import type { Day } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Answer } from '../rules/outcome.ts'
import { findOutcome, listAnswers, listTerms } from '../store/read-outcomes.ts'

/** What a worker herself said to an outcome, and what it has for her. */
export type OwnWord = {
  /** Null where she is no part of it. */
  readonly answer: Answer | null
  /** It was set aside, refused or replaced. */
  readonly isOver: boolean
  readonly sums: readonly { readonly money: Money; readonly dueOn: Day }[]
}

/** For her own page: row-level security gives her own rows only. */
export async function readOwnWord(
  tx: Tx,
  { complaintId, outcomeId }: { readonly complaintId: string; readonly outcomeId: string },
): Promise<OwnWord> {
  const answers = await listAnswers(tx, complaintId)
  const terms = await listTerms(tx, { outcomeId })
  return {
    answer: answers.find((one) => one.outcomeId === outcomeId)?.answer ?? null,
    isOver: ((await findOutcome(tx, outcomeId))?.endedOn ?? null) !== null,
    sums: terms
      .filter(({ endedOn }) => endedOn === null)
      .map(({ minor, currency, dueOn }) => ({ money: { minor, currency }, dueOn })),
  }
}
