import { dayOf } from '../../../../kernel/days.ts'
import type { Tx } from '../../../../platform/db.ts'
import type { FormBody, Visit } from '../../../../platform/http/route.ts'
import { listCurrencies, listDestinationAreas, listDestinations } from '../../../places/index.ts'
import {
  type CalculatorBearing,
  type CalculatorQuestion,
  questionIds,
  questionsFor,
} from '../../rules/calculator/questions.ts'
import { divided } from '../../rules/calculator/wage-table.ts'
import { wageTable } from '../../store/wage-table.ts'
import type { CalculatorLists } from './question-props.tsx'
import { faultsOf, fieldNames, type ShapeFacts, type Told, toldSoFar } from './shapes.ts'
import { bearingOf } from './told-facts.ts'

/** Everything that the pages need to know of the answers so far. */
export type Situation = {
  readonly typed: FormBody
  readonly told: Told
  readonly shape: ShapeFacts
  readonly bearing: CalculatorBearing
  readonly asked: readonly CalculatorQuestion[]
  readonly lists: CalculatorLists
}

export async function situationOf(
  tx: Tx,
  { now }: Pick<Visit, 'now'>,
  typed: FormBody,
): Promise<Situation> {
  const [destinations, areas, currencies] = await Promise.all([
    listDestinations(tx),
    listDestinationAreas(tx, 'TH'),
    listCurrencies(tx),
  ])
  const shape: ShapeFacts = {
    today: dayOf(now),
    countries: new Set(destinations.map(({ code }) => code)),
    areas: new Set(areas.map(({ code }) => code)),
  }
  const told = toldSoFar(typed, shape)
  const bearing = bearingOf(told, wageTable())
  const district = divided(wageTable()).get(told.area ?? '') ?? null
  return {
    ...{ typed, told, shape, bearing },
    asked: questionsFor(bearing),
    lists: { destinations, areas, currencies, district },
  }
}

/** The first question of those asked whose answer is missing or wrong. */
export const firstFaulty = ({ asked, typed, shape }: Situation): CalculatorQuestion | null =>
  asked.find((id) => Object.keys(faultsOf(id, typed, shape)).length > 0) ?? null

/** The answers with those of one question as they came now; a box that is not ticked is gone. */
export function withAnswer(
  typed: FormBody,
  { id, form, shape }: { id: CalculatorQuestion; form: FormBody; shape: ShapeFacts },
): FormBody {
  const own = fieldNames(id, shape)
  const others = Object.entries(typed).filter(([field]) => !own.includes(field))
  return Object.fromEntries([...others, ...fieldsIn(form, own)])
}

/** Whatever a form says of all questions, and nothing else. */
export const answersIn = (form: FormBody, shape: ShapeFacts): FormBody =>
  Object.fromEntries(
    fieldsIn(
      form,
      questionIds.flatMap((id) => fieldNames(id, shape)),
    ),
  )

const fieldsIn = (form: FormBody, names: readonly string[]) =>
  names.flatMap((name) => {
    const value = form[name]
    return value === undefined || value === '' ? [] : [[name, cut(value)] as const]
  })

/** No answer is longer: they all go into one cookie. */
const longest = 60
const cut = (value: FormBody[string]): string | string[] =>
  typeof value === 'string'
    ? value.slice(0, longest)
    : value.slice(0, 8).map((each) => each.slice(0, longest))
