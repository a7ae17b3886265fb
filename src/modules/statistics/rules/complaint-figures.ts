import type { ComplaintFact, StepDays } from '../../complaints/index.ts'
import type { Figure, Scope } from './figure.ts'
import { type Cell, hiddenCells } from './suppress.ts'

/** A complaint, and whether its first answer came in time; null while that is open. */
export type JudgedComplaint = ComplaintFact & { readonly inTime: boolean | null }

/** What is published of complaints, year by year: never a number that could point to a person. */
export function complaintFigures(all: readonly JudgedComplaint[], least: number): Figure[] {
  return [...Map.groupBy(all, ({ year }) => year)].flatMap(([year, own]) => [
    ...ofScope(own, { scope: 'all', scopeId: null, year, least }),
    ...doorsOf(own, { year, least }),
    ...ofEach(own, { scope: 'office', year, least }),
    ...ofEach(own, { scope: 'agency', year, least }),
  ])
}

type Of = {
  readonly scope: Scope
  readonly scopeId: string | null
  readonly year: number
  readonly least: number
}
const none = { slice: '', currency: null }

/** Of the country or of one scope whose number of complaints may be known. */
function ofScope(own: readonly JudgedComplaint[], { least, ...of }: Of): Figure[] {
  const judged = own.filter(({ inTime }) => inTime !== null)
  const met = judged.filter(({ inTime }) => inTime).length
  const closed = own.filter(({ closedHow }) => closedHow !== null)
  const unconfirmed = closed.filter(({ closedHow }) => closedHow === 'without-confirmation').length
  const small = own.length > 0 && own.length < least
  const rate = !small && judged.length > 0 && isOpen([met, judged.length - met], least)
  const count = (value: number, shown: boolean) => (shown ? BigInt(value) : null)
  const ends = !small && isOpen([unconfirmed, closed.length - unconfirmed], least)
  return [
    { ...of, ...none, measure: 'received', value: count(own.length, !small) },
    ...(judged.length > 0
      ? [
          {
            ...of,
            ...none,
            measure: 'answered-in-time-percent',
            value: rate ? BigInt(Math.floor((met * 100) / judged.length)) : null,
          } as const,
        ]
      : []),
    {
      ...of,
      ...none,
      measure: 'closed',
      value: count(
        closed.length,
        !small && isOpen([closed.length, own.length - closed.length], least),
      ),
    },
    { ...of, ...none, measure: 'closed-without-confirmation', value: count(unconfirmed, ends) },
  ]
}

/** Whether both parts of a whole may be known. */
const isOpen = (counts: readonly number[], least: number): boolean =>
  hiddenCells(
    counts.map((count, index) => ({ key: String(index), count })),
    least,
  ).size === 0

function doorsOf(
  own: readonly JudgedComplaint[],
  { year, least }: Pick<Of, 'year' | 'least'>,
): Figure[] {
  const cells = cellsOf(own, ({ door }) => door)
  const hidden = hiddenCells(cells, least)
  return cells.map(({ key, count }) => ({
    ...{ scope: 'all', scopeId: null, year, measure: 'door', slice: key, currency: null },
    value: hidden.has(key) ? null : BigInt(count),
  }))
}

/** Every office, or every agency and those complaints that are about none: together the total. */
function ofEach(
  own: readonly JudgedComplaint[],
  { scope, year, least }: { scope: 'office' | 'agency'; year: number; least: number },
): Figure[] {
  const idOf = ({ officeId, agencyId }: JudgedComplaint) =>
    scope === 'office' ? officeId : agencyId
  const groups = Map.groupBy(own, (each) => idOf(each) ?? '')
  const hidden = hiddenCells(
    cellsOf(own, (each) => idOf(each) ?? ''),
    least,
  )
  return [...groups].flatMap(([key, theirs]) => {
    const of = { scope, scopeId: key === '' ? null : key, year }
    return hidden.has(key)
      ? [{ ...of, ...none, measure: 'received', value: null } as const]
      : ofScope(theirs, { ...of, least })
  })
}

const cellsOf = (
  own: readonly JudgedComplaint[],
  keyOf: (each: JudgedComplaint) => string,
): Cell[] => [...Map.groupBy(own, keyOf)].map(([key, theirs]) => ({ key, count: theirs.length }))

/** Days that cases stayed at a step; hidden where too few did, or where the scope itself is hidden. */
export const stepFigures = (
  steps: readonly StepDays[],
  { least, hiddenScopes }: { readonly least: number; readonly hiddenScopes: ReadonlySet<string> },
): Figure[] =>
  steps.flatMap((own) => {
    const { scope, year, step, count, median, ninthDecile } = own
    const scopeId = { all: null, office: own.officeId, agency: own.agencyId }[scope]
    if (scope !== 'all' && scopeId === null) return []
    const shown = count >= least && !hiddenScopes.has(scopeKey({ scope, scopeId, year }))
    const of = { scope, scopeId, year, slice: step, currency: null }
    const days = (value: number) => (shown ? BigInt(value) : null)
    return [
      { ...of, measure: 'step-median-days', value: days(median) } as const,
      { ...of, measure: 'step-ninth-decile-days', value: days(ninthDecile) } as const,
    ]
  })

const scopeKey = ({ scope, scopeId, year }: Pick<Figure, 'scope' | 'scopeId' | 'year'>): string =>
  `${scope} ${scopeId} ${year}`

export const hiddenScopesOf = (figures: readonly Figure[]): ReadonlySet<string> =>
  new Set(
    figures.filter(({ measure, value }) => measure === 'received' && value === null).map(scopeKey),
  )
