/** What an officer is asked about, and what a yes leads to. */
export const screeningGroups = [
  'danger',
  'sexual-violence',
  'minor',
  'retaliation',
  'trafficking',
] as const
export type ScreeningGroup = (typeof screeningGroups)[number]

export const screeningAnswers = ['yes', 'no', 'not-known'] as const
export type ScreeningAnswer = (typeof screeningAnswers)[number]

/** Whom a yes concerns. */
export const screeningPersons = ['worker', 'family', 'others'] as const
export type ScreeningPerson = (typeof screeningPersons)[number]

/** One question of the form: of the country pack. `strong`: it weighs alone. */
export type Indicator = {
  readonly code: string
  readonly group: ScreeningGroup
  readonly strong: boolean
}

/** By the code of the indicator. What nobody asked is not known. */
export type Answers = Readonly<
  Record<string, { readonly answer: ScreeningAnswer; readonly person: ScreeningPerson }>
>

/** Protected: the case leaves conciliation. Ask again: something is not known. */
export const screeningOutcomes = ['protected', 'ask-again', 'ordinary'] as const
export type ScreeningOutcome = (typeof screeningOutcomes)[number]

export type Screened = {
  readonly outcome: ScreeningOutcome
  /** The groups that decided it, in the order of the form. */
  readonly reasons: readonly ScreeningGroup[]
}

/**
 * Danger, sexual violence, a minor or retaliation: one yes protects. Trafficking: one strong sign,
 * or two of any kind. A single weak sign, or a question of life and limb that nobody could answer,
 * is asked again. Nothing is ever "ordinary" only because nobody asked.
 */
export function decideTrack(indicators: readonly Indicator[], answers: Answers): Screened {
  const protecting = screeningGroups.filter((group) => protects(indicators, answers, group))
  if (protecting.length > 0) return { outcome: 'protected', reasons: protecting }
  const open = screeningGroups.filter((group) => staysOpen(indicators, answers, group))
  return open.length > 0
    ? { outcome: 'ask-again', reasons: open }
    : { outcome: 'ordinary', reasons: [] }
}

const answerTo = (answers: Answers, code: string): ScreeningAnswer =>
  answers[code]?.answer ?? 'not-known'

const ofGroup = (indicators: readonly Indicator[], group: ScreeningGroup) =>
  indicators.filter((each) => each.group === group)

function protects(indicators: readonly Indicator[], answers: Answers, group: ScreeningGroup) {
  const yes = ofGroup(indicators, group).filter(({ code }) => answerTo(answers, code) === 'yes')
  return group === 'trafficking'
    ? yes.length > 1 || yes.some(({ strong }) => strong)
    : yes.length > 0
}

/** A weak sign alone; or, of what weighs alone, something that is not known. */
function staysOpen(indicators: readonly Indicator[], answers: Answers, group: ScreeningGroup) {
  return ofGroup(indicators, group).some(({ code, strong }) => {
    const answer = answerTo(answers, code)
    return answer === 'yes' || (strong && answer === 'not-known')
  })
}

/** What the kinds of a complaint propose to ask first; people decide. */
export function hintsFor(
  hints: Readonly<Record<string, readonly string[]>>,
  categories: readonly string[],
): string[] {
  return [...new Set(categories.flatMap((category) => hints[category] ?? []))]
}
