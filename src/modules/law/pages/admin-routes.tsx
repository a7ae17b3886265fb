import { dayOf } from '../../../kernel/days.ts'
import { notFound, page, type Route, type Visit } from '../../../platform/http/route.ts'
import { searchKey } from '../../../platform/text/index.ts'
import { routes } from '../../../routes.ts'
import { listFeasts, listFeastYears } from '../../places/index.ts'
import type { Rule } from '../rules/rule.ts'
import { listVersions } from '../store/rule-versions.ts'
import { listComingRules, listRulesInForce } from '../store/rules.ts'
import { AdminHolidaysPage } from './admin-holidays-page.tsx'
import { AdminRulePage } from './admin-rule-page.tsx'
import { AdminRulesPage } from './admin-rules-page.tsx'

/** Those who may propose a change of a rule. */
const readers = ['administrator', 'complaints-head', 'licensing-head'] as const

export const adminLawRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.administrationRules.path,
    access: readers,
    show: async (visit, tx) => {
      const today = dayOf(visit.now)
      const [rules, coming] = [await listRulesInForce(tx, today), await listComingRules(tx, today)]
      const filter = filterOf(visit)
      const shown = rules.filter((rule) => isAsked(rule, filter))
      return page(<AdminRulesPage rules={shown} coming={coming} filter={filter} />)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.administrationRule.path,
    access: readers,
    show: async (visit, tx) => {
      const [newest, ...older] = await listVersions(tx, visit.params.key ?? '')
      return newest ? page(<AdminRulePage versions={[newest, ...older]} />) : notFound
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.administrationHolidays.path,
    access: readers,
    show: async (visit, tx) => {
      const asked = /^(19|20|21)\d\d$/.exec(String(visit.query.year ?? ''))?.[0]
      const year = Number(asked ?? dayOf(visit.now).slice(0, 4))
      const [years, feasts] = [await listFeastYears(tx), await listFeasts(tx, year)]
      return page(<AdminHolidaysPage year={year} years={years} feasts={feasts} />)
    },
  },
]

type Filter = { readonly q: string; readonly part: string; readonly standing: string }

function filterOf({ query }: Visit): Filter {
  const one = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value.slice(0, 200) : ''
  }
  return { q: one('q'), part: one('part'), standing: one('standing') }
}

const isAsked = (rule: Rule, { q, part, standing }: Filter): boolean =>
  (part === '' || rule.part === part) &&
  (standing === '' || rule.standing === standing) &&
  [rule.key, rule.name.km, rule.name.en].some((text) => searchKey(text).includes(searchKey(q)))
