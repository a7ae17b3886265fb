import type { Day } from '../../../../kernel/days.ts'
import { parseMoney } from '../../../../kernel/money.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import type { AnswerLists } from '../../actions/answer-lists.ts'
import { type AnswersSoFar, noAgency, otherCountry, speaksForAnother } from '../../rules/answers.ts'
import { type ClaimKind, claimKinds } from '../../rules/complaint.ts'
import type { QuestionId } from '../../rules/questions.ts'
import type { QuestionProps } from './question-props.ts'

type Told = Pick<QuestionProps, 'answers' | 'lists' | 'offered'> & { readonly reader: Reader }
type Lines = (told: Told) => readonly (string | null | undefined | false)[]

/** What was answered, in words, a line for each part. */
export const summaryLines = (id: QuestionId, told: Told): string[] => {
  const said = lines[id](told).filter((line) => typeof line === 'string' && line !== '')
  return said.length > 0 ? (said as string[]) : [told.reader.t('complain.check.nothing')]
}

const lines: Readonly<Record<QuestionId, Lines>> = {
  who: ({ answers: { relation, people }, reader: { t } }) => [
    relation && t(`complain.relation.${relation}`),
    relation === 'group' && people ? t('complain.check.people', { people }) : null,
  ],
  openness: ({ answers: { openness }, reader: { t } }) => [
    openness && t(`complain.openness.${openness}`),
  ],
  name: ({ answers: { relation, workerName, complainantName }, reader: { t } }) =>
    speaksForAnother(relation)
      ? [
          workerName && t('complain.check.worker', { name: workerName }),
          complainantName && t('complain.check.own', { name: complainantName }),
        ]
      : [workerName],
  contact: contactLines,
  respondent: ({ answers: { respondentKind, respondentWords }, reader: { t } }) => [
    respondentKind && t(`complain.respondent.${respondentKind}`),
    respondentWords,
  ],
  agency: ({ answers: { agencyId }, offered, reader: { t, name } }) => {
    if (agencyId === noAgency) return [t('complain.agency.none')]
    const agency = offered.find(({ id }) => id === agencyId)
    return [agency && name(agency.names)]
  },
  what: ({ answers: { categories = [] }, lists, reader: { name } }) =>
    lists.categories
      .filter(({ code }) => categories.includes(code))
      .map(({ names }) => name(names)),
  where: ({ answers: { country, province }, lists, reader }) => [
    country && countryName(country, lists, reader),
    province && placeName(province, lists, reader),
  ],
  when: ({ answers: { month, monthUnknown }, reader }) => [
    monthUnknown === 'yes' ? reader.t('complain.when.unknown') : month && monthName(month, reader),
  ],
  money: ({ answers, reader }) => claimKinds.map((kind) => claimLine(answers, kind, reader)),
  'asked-before': ({ answers, reader: { t } }) => [
    answers.askedBefore && t(`complain.asked.${answers.askedBefore}`),
    answers.askedAnswer,
  ],
  story: ({ answers: { story } }) => [story],
}

function contactLines({ answers, reader: { t } }: Told) {
  const { way, contact, safeTimes = [], prefersWoman } = answers
  if (way === 'none') return [t('complain.way.none')]
  return [
    way && t(`complain.way.${way}`),
    contact,
    safeTimes.map((time) => t(`complain.time.${time}`)).join(', '),
    prefersWoman === 'yes' && t('complain.check.woman'),
  ]
}

function countryName(code: string, { destinations }: AnswerLists, { t, name }: Reader): string {
  if (code === 'KH') return t('complain.where.home')
  const found = destinations.find((each) => each.code === code)
  return code === otherCountry || !found ? t('complain.where.other') : name(found.names)
}

function placeName(code: string, { provinces }: AnswerLists, { name }: Reader): string | undefined {
  const found = provinces.find((each) => each.code === code)
  return found && name(found.names)
}

/** The month in the reader's words: the day is cut off its first day. */
const monthName = (month: string, { lang, day }: Reader): string =>
  lang === 'km'
    ? day(`${month}-01` as Day).replace(/^\S+\s/, '')
    : day(`${month}-01` as Day).replace(/^1 /, '')

function claimLine(answers: AnswersSoFar, kind: ClaimKind, reader: Reader): string | null {
  const [text, currency] = [answers[`${kind}Amount`], answers[`${kind}Currency`]]
  const label = reader.t(`complain.money.${kind}`)
  const sum = (said: string) => reader.t('complain.check.sum', { kind: label, sum: said })
  if (answers[`${kind}Open`] === 'yes') return sum(reader.t('complain.money.is-open'))
  const money = text && currency ? parseMoney(text, currency) : null
  if (!money) return null
  return sum(money.ok ? reader.money(money.value) : (text ?? ''))
}
