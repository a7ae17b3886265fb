import type { QuestionId } from '../../rules/questions.ts'
import { AskedBeforeQuestion, MoneyQuestion, StoryQuestion } from './demand-questions.tsx'
import {
  AgencyQuestion,
  RespondentQuestion,
  WhatQuestion,
  WhenQuestion,
  WhereQuestion,
} from './matter-questions.tsx'
import {
  ContactQuestion,
  NameQuestion,
  OpennessQuestion,
  WhoQuestion,
} from './people-questions.tsx'
import type { QuestionProps } from './question-props.ts'

const questions = {
  who: WhoQuestion,
  openness: OpennessQuestion,
  name: NameQuestion,
  contact: ContactQuestion,
  respondent: RespondentQuestion,
  agency: AgencyQuestion,
  what: WhatQuestion,
  where: WhereQuestion,
  when: WhenQuestion,
  money: MoneyQuestion,
  'asked-before': AskedBeforeQuestion,
  story: StoryQuestion,
} satisfies Readonly<Record<QuestionId, unknown>>

/** The heading and the fields of one question; the form is around it. */
export function Question({ id, ...props }: QuestionProps & { readonly id: QuestionId }) {
  const Body = questions[id]
  return <Body {...props} />
}
