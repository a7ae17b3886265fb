import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Entry } from '../rules/intake.ts'
import { type PaperFormRefusal, parsePaperForm } from '../rules/paper-form.ts'
import { paperFormState } from '../store/paper-form.ts'

/**
 * The number of one of our own forms, if this is one: it has to be printed, not yet entered, and
 * its real day known. Any other paper keeps whatever number it has; then null.
 */
export async function checkPaperForm(
  tx: Tx,
  { paperNumber }: Pick<Entry, 'paperNumber'>,
  { hasDay }: { readonly hasDay: boolean },
): Promise<Result<string | null, PaperFormRefusal>> {
  const number = paperNumber === null ? null : parsePaperForm(paperNumber)
  if (number === null) return ok(null)
  if (number === 'wrong') return refuse('number-wrong')
  const state = await paperFormState(tx, number)
  if (state === 'unknown') return refuse('number-unknown')
  if (state === 'entered') return refuse('entered-already')
  return hasDay ? ok(number) : refuse('day-missing')
}
