import { z } from 'zod'
import { type Day, dayOf, startOfDay } from '../../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm } from '../../../../platform/http/form.ts'
import type { FormBody, Visit } from '../../../../platform/http/route.ts'
import { cleanLine, fields } from '../../../../platform/text/index.ts'
import type { Agency } from '../../../agencies/index.ts'
import { type AnswerLists, answerLists } from '../../actions/answer-lists.ts'
import { matchRespondent } from '../../actions/match-respondent.ts'
import { newComplaint } from '../../rules/answers.ts'
import type { Entry, NewComplaint } from '../../rules/intake.ts'
import { questionsFor } from '../../rules/questions.ts'
import { bearingOf, factsOf } from '../citizen/draft-visit.ts'
import { answersSoFar, faultsOf, parseAnswers } from '../questions/shapes.ts'

/** What one page asks of somebody who is helped: the same questions and no more. */
export type EntryForm = { readonly complaint: NewComplaint; readonly entry: Entry }
/** The lists to choose from, with the agencies that the typed words may mean. */
export type EntryLists = {
  readonly lists: AnswerLists
  readonly offered: readonly Agency[]
  /** Which of them is meant: as it was chosen, or the one whose name or number this is. */
  readonly chosen: string | null
  readonly certain: string | null
  /** The words for which they were offered, so that a choice counts for no others. */
  readonly words: string
  /** The officer has seen this choice and not yet made it. */
  readonly wasOffered: boolean
}

export async function entryLists(tx: Tx, { form, now }: Visit): Promise<EntryLists> {
  const words = typeof form.respondentWords === 'string' ? cleanLine(form.respondentWords) : ''
  const mayMatch = form.respondentKind === 'agency' && words !== ''
  const { offered, certain } = mayMatch
    ? await matchRespondent(tx, words, dayOf(now))
    : { offered: [], certain: null }
  const isForThese = form.offeredFor === undefined || form.offeredFor === words
  const chosen = isForThese && typeof form.agencyId === 'string' ? form.agencyId : null
  return {
    ...{ lists: await answerLists(tx), offered, words },
    chosen: chosen ?? certain?.id ?? null,
    certain: certain?.id ?? null,
    wasOffered: form.offeredFor === words,
  }
}

/** What was typed, with the agency that is meant. */
export const entryTyped = ({ form }: Visit, { chosen }: EntryLists): FormBody => ({
  ...form,
  agencyId: chosen ?? '',
})

/** The complaint as it was told, or everything that is missing or wrong, field by field. */
export function parseEntry(visit: Visit, known: EntryLists): Result<EntryForm, FieldErrors> {
  const { now, actor } = visit
  const { lists, offered } = known
  const form = entryTyped(visit, known)
  const today = dayOf(now)
  const bearing = bearingOf(answersSoFar(form), offered.length)
  const asked = questionsFor(bearing)
  const facts = factsOf(lists, { offered, today })
  const faults = Object.assign({}, ...asked.map((id) => faultsOf(id, form, facts))) as FieldErrors
  const paper = parseForm(paperForm(today), fields.foldDay(form, 'paperDay'))
  const answers = parseAnswers(asked, form)
  const wrong = { ...faults, ...(paper.ok ? {} : paper.refusal) }
  if (Object.keys(wrong).length > 0 || !answers || !paper.ok) return refuse(wrong)
  // She reads Khmer unless she complained by herself in another language.
  const complaint = newComplaint(answers, { language: 'km', bearing })
  return ok({ complaint, entry: entryOf(paper.value, { now, helpedBy: actor.id }) })
}

const paperForm = (today: Day) =>
  z.object({
    paperNumber: fields.optionalLine({ max: 60, tooLong: 'complaints.words.too-long' }),
    paperDay: fields.optionalDay({
      latest: { day: today, message: 'form.day.in-the-future' },
      earliest: { day: earliestPaper, message: 'complaints.entry.paper-day.too-early' },
    }),
  })

/** Before this nobody received complaints about agencies that could still be open. */
const earliestPaper = '2000-01-01' as Day

type Paper = z.output<ReturnType<typeof paperForm>>

/** What came on paper counts from its own day; on the same day, from now. */
function entryOf(
  { paperNumber, paperDay }: Paper,
  { now, helpedBy }: { now: Date; helpedBy: string },
): Entry {
  const isPaper = paperNumber !== null || paperDay !== null
  const isEarlier = paperDay !== null && paperDay < dayOf(now)
  return {
    door: isPaper ? 'paper' : 'assisted',
    receivedAt: isEarlier ? startOfDay(paperDay) : now,
    helpedBy,
    paperNumber,
  }
}
