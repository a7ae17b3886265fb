import { z } from 'zod'
import { apiRoutes } from '../../../api-routes.ts'
import { dayOf, isDay } from '../../../kernel/days.ts'
import { ok } from '../../../kernel/result.ts'
import { answers, page, type Route } from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { listHolidays } from '../../places/index.ts'
import { type RulePart, ruleParts, ruleUnits, standings } from '../rules/rule.ts'
import { listComingRules, listRulesInForce } from '../store/rules.ts'
import { adminLawRoutes } from './admin-routes.tsx'
import { RulesPage, rulesPageParts } from './rules-page.tsx'

const text = z.object({ km: z.string(), en: z.string() })
const apiRule = z.object({
  key: z.string(),
  version: z.int(),
  part: z.enum(ruleParts),
  value: z
    .unknown()
    .describe('A number, text, yes or no, list, or {min, max}; null exactly when unknown.'),
  unit: z.enum(ruleUnits),
  standing: z.enum(standings),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  article: text.nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  name: text,
  note: text.nullable(),
})

export const lawRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.rules.path,
    access: ['public'],
    cached: true,
    show: async (visit, tx) => {
      const today = dayOf(visit.now)
      const thisYear = Number(today.slice(0, 4))
      const [rules, coming, holidays] = [
        await listRulesInForce(tx, today),
        await listComingRules(tx, today),
        await listHolidays(tx),
      ]
      const shown = holidays.filter(({ year }) => year === thisYear || year === thisYear + 1)
      const part = rulesPageParts.find((each) => each === visit.query.part) ?? null
      return page(<RulesPage rules={rules} coming={coming} holidays={shown} part={part} />)
    },
  },
  answers({
    method: 'get',
    path: apiRoutes.rules,
    access: ['public'],
    scope: null,
    summary: 'The rules in force on a day, each with its source and how sure it is',
    query: z.object({
      on: z.string().refine(isDay, 'law.on.wrong').optional(),
      part: z.enum(ruleParts).optional(),
    }),
    reply: z.object({ on: z.string(), rules: z.array(apiRule) }),
    handle: async (visit, tx, { query }) => {
      const on = query.on !== undefined && isDay(query.on) ? query.on : dayOf(visit.now)
      const rules = await listRulesInForce(tx, on)
      return ok({ on, rules: rules.filter(({ part }) => isAsked(part, query.part)) })
    },
  }),
  ...adminLawRoutes,
]

const isAsked = (part: RulePart, asked: RulePart | undefined): boolean =>
  asked === undefined || part === asked
