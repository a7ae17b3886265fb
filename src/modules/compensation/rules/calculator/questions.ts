import type { Head } from './finding.ts'

/** The questions of the calculator, one a page, in this order. */
export const questionIds = [
  'what',
  'country',
  'work',
  'place',
  'district',
  'size',
  'period',
  'days',
  'agreed',
  'paid',
  'overtime',
  'deductions',
  'charges',
  'rate',
  'documents',
  'delay',
  'injury',
  'death',
] as const
export type CalculatorQuestion = (typeof questionIds)[number]

export const isQuestion = (text: string): text is CalculatorQuestion =>
  questionIds.some((id) => id === text)

/** The answers on which it depends which questions follow. */
export type CalculatorBearing = {
  readonly heads: readonly Head[]
  readonly country: string | null
  readonly work: string | null
  /** A part of the area that was chosen has a wage of its own. */
  readonly isDivided: boolean
  /** What was charged was paid in another money than the ceiling is written in. */
  readonly needsRate: boolean
}

const ofWages: readonly Head[] = ['wages', 'overtime', 'deductions']
const about =
  (...wanted: readonly Head[]) =>
  ({ heads: chosen }: CalculatorBearing): boolean =>
    wanted.some((head) => chosen.includes(head))

const aboutWages = about(...ofWages)

const onlyWhen: Readonly<
  Partial<Record<CalculatorQuestion, (bearing: CalculatorBearing) => boolean>>
> = {
  work: (bearing) => aboutWages(bearing) && ['TH', 'MY'].includes(bearing.country ?? ''),
  place: (bearing) => aboutWages(bearing) && bearing.country === 'TH',
  district: (bearing) => aboutWages(bearing) && bearing.country === 'TH' && bearing.isDivided,
  size: (bearing) => aboutWages(bearing) && bearing.country === 'MY' && bearing.work !== 'domestic',
  period: aboutWages,
  days: aboutWages,
  agreed: aboutWages,
  paid: about('wages'),
  overtime: about('overtime'),
  deductions: about('deductions'),
  charges: about('charges'),
  rate: (bearing) => bearing.heads.includes('charges') && bearing.needsRate,
  documents: about('documents'),
  delay: about('delay'),
  injury: about('injury'),
  death: about('death'),
}

export const questionsFor = (bearing: CalculatorBearing): readonly CalculatorQuestion[] =>
  questionIds.filter((id) => onlyWhen[id]?.(bearing) ?? true)

export function questionAfter(
  id: CalculatorQuestion,
  bearing: CalculatorBearing,
): CalculatorQuestion | 'result' {
  const asked = questionsFor(bearing)
  const later = questionIds.slice(questionIds.indexOf(id) + 1)
  return later.find((each) => asked.includes(each)) ?? 'result'
}

export function questionBefore(
  id: CalculatorQuestion | 'result',
  bearing: CalculatorBearing,
): CalculatorQuestion | 'start' {
  const asked = questionsFor(bearing)
  const earlier = id === 'result' ? questionIds : questionIds.slice(0, questionIds.indexOf(id))
  return earlier.findLast((each) => asked.includes(each)) ?? 'start'
}
