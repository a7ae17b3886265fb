import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { dayOf } from '../../../kernel/days.ts'
import { moneyText } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { answers, page, type Route, type Visit } from '../../../platform/http/route.ts'
import { csvText } from '../../../platform/sheets/csv.ts'
import { routes } from '../../../routes.ts'
import { listOffices } from '../../accounts/index.ts'
import { type AgencyId, listAgencies } from '../../agencies/index.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import { type Figure, measures, scopes } from '../rules/figure.ts'
import { figureYears, listFigures } from '../store/figures.ts'
import { FiguresPage } from './figures-page.tsx'
import type { FiguresView } from './figures-view.ts'

const publicPage = { door: 'page', method: 'get', access: ['public'], cached: true } as const

/** Everybody may read them, and take them along. */
export const figureRoutes: readonly Route[] = [
  {
    ...publicPage,
    path: routes.figures.path,
    show: async (visit, tx) => page(<FiguresPage view={await viewOf(visit, tx)} />),
  },
  {
    ...publicPage,
    path: routes.figuresCsv.path,
    show: async (visit, tx) => {
      const view = await viewOf(visit, tx)
      const head = ['year', 'scope', 'name', 'measure', 'slice', 'currency', 'value', 'hidden']
      const content = csvText([head, ...view.figures.map((figure) => csvRow(figure, view))])
      return {
        kind: 'file',
        type: 'text/csv; charset=utf-8',
        name: `figures-${view.year ?? 'none'}.csv`,
        content,
      }
    },
  },
  answers({
    ...{ method: 'get', path: apiRoutes.figures, access: ['public'], scope: null, cached: true },
    summary: 'Public figures of a year; a value that is null is hidden because it is small',
    query: z.object({ year: z.coerce.number().int().min(1990).max(2200).optional() }),
    reply: z.object({
      year: z.number().nullable(),
      years: z.array(z.number()),
      countedAt: z.string().nullable(),
      figures: z.array(
        z.object({
          ...{ scope: z.enum(scopes), id: z.string().nullable(), measure: z.enum(measures) },
          ...{ slice: z.string(), currency: z.string().nullable(), value: z.string().nullable() },
        }),
      ),
    }),
    handle: async (visit, tx, { query }) => {
      const { year, years, countedAt, figures } = await viewOf(visit, tx, query.year)
      return ok({
        ...{ year, years: [...years], countedAt: countedAt?.toISOString() ?? null },
        figures: figures.map(({ scope, scopeId, measure, slice, currency, ...figure }) => ({
          ...{ scope, id: scopeId, measure, slice, currency },
          value: plain({ currency, value: figure.value }),
        })),
      })
    },
  }),
]

async function viewOf(
  visit: Visit,
  tx: Tx,
  wanted = Number(visit.query.year),
): Promise<FiguresView> {
  const { reader, now } = visit
  const { years, countedAt } = await figureYears(tx)
  const year = years.find((each) => each === wanted) ?? years[0] ?? null
  const figures = year === null ? [] : await listFigures(tx, year)
  const ids = (scope: Figure['scope']) => [
    ...new Set(
      figures.flatMap((each) => (each.scope === scope && each.scopeId ? [each.scopeId] : [])),
    ),
  ]
  const [offices, agencies, book] = await Promise.all([
    listOffices(tx),
    listAgencies(tx, ids('agency') as AgencyId[]),
    rulebook(tx, dayOf(now)),
  ])
  const names = new Map([
    ...offices.map(({ id, km, en }) => [String(id), reader.name({ km, en })] as const),
    ...agencies.map(({ id, names: own }) => [String(id), reader.name(own)] as const),
  ])
  return { year, years, countedAt, figures, names, least: findNumber(book, 'figures.least_count') }
}

const csvRow = (figure: Figure, { names }: FiguresView): string[] => [
  ...[String(figure.year), figure.scope, names.get(figure.scopeId ?? '') ?? ''],
  ...[figure.measure, figure.slice, figure.currency ?? '', plain(figure) ?? ''],
  figure.value === null ? 'yes' : 'no',
]

const plain = ({ currency, value }: Pick<Figure, 'currency' | 'value'>): string | null => {
  if (value === null) return null
  return currency === null ? String(value) : moneyText({ minor: value, currency })
}
