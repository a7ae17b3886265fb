import type { ChangeKind } from './modules/changes/index.ts'
import { type RuleContent, ruleChange } from './modules/law/index.ts'
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
}

/** Everything that the ministry changes in the browser, with who may propose and who approves. */
export const changeKinds: readonly ChangeKind[] = [rule]
