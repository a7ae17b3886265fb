import { type OfficeContent, officeChange } from './modules/accounts/index.ts'
import { countRunning } from './modules/casework/index.ts'
import { approverKind, type ChangeKind, wordingKind } from './modules/changes/index.ts'
import { type CategoryContent, categoryChange } from './modules/complaints/index.ts'
import { holidayChange, type RuleContent, ruleChange } from './modules/law/index.ts'
import type { HolidayContent } from './modules/places/index.ts'
import { routes } from './routes.ts'

const heads = ['administrator', 'complaints-head', 'licensing-head'] as const

const rule: ChangeKind<RuleContent> = {
  code: 'rule',
  proposers: heads,
  approvers: heads,
  notice: 'published-before',
  icon: 'scale',
  home: (key) => routes.administrationRule.href({ key }),
  ...ruleChange,
  preview: async (tx, proposal) =>
    ruleChange.preview(tx, {
      ...proposal,
      running: await countRunning(tx, proposal.content.key),
    }),
}

const holiday: ChangeKind<HolidayContent> = {
  code: 'holiday',
  proposers: heads,
  approvers: heads,
  notice: 'same-day',
  icon: 'calendar-clock',
  home: (subject) => routes.administrationHolidays.href({ year: subject.slice(0, 4) }),
  ...holidayChange,
}

const category: ChangeKind<CategoryContent> = {
  code: 'category',
  proposers: ['administrator', 'complaints-head'],
  approvers: ['administrator', 'complaints-head'],
  notice: 'same-day',
  icon: 'list-checks',
  home: () => routes.administrationCategories.href(),
  ...categoryChange,
}

const office: ChangeKind<OfficeContent> = {
  code: 'office',
  proposers: ['administrator'],
  approvers: ['administrator'],
  notice: 'same-day',
  icon: 'building',
  home: () => routes.administrationOffices.href(),
  ...officeChange,
}

/** Everything that the ministry changes in the browser, with who may propose and who approves. */
export const changeKinds: readonly ChangeKind[] = [
  rule,
  holiday,
  category,
  wordingKind,
  office,
  approverKind,
]
