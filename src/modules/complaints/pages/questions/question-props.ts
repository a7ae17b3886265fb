import type { FormState } from '../../../../ui/index.ts'
import type { Agency } from '../../../agencies/index.ts'
import type { AnswerLists } from '../../actions/answer-lists.ts'
import type { AnswersSoFar } from '../../rules/answers.ts'

/** What the page of a question is drawn from, besides its form. */
export type QuestionProps = {
  /** As typed, with what is wrong. */
  readonly state: FormState
  readonly answers: AnswersSoFar
  readonly lists: AnswerLists
  /** Agencies of the register that the words about the agency may mean. */
  readonly offered: readonly Agency[]
}
