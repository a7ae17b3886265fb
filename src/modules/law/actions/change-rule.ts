import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import { checkRuleChange, type RuleChangeRefusal, type RuleContent } from '../rules/rule-change.ts'
import { addVersion, listVersions, withdrawVersion } from '../store/rule-versions.ts'

type Proposed = { readonly content: RuleContent; readonly from: Day }

/** Whether the change can be made as the versions stand. */
export async function mayChangeRule(
  tx: Tx,
  { content, from }: Proposed,
): Promise<Result<unknown, RuleChangeRefusal>> {
  return checkRuleChange(await listVersions(tx, content.key), content, from)
}

/** Publishes an approved version: it is shown as coming, and holds from its first day by itself. */
export async function publishRule(
  tx: Tx,
  _actor: Actor,
  { content, from }: Proposed,
): Promise<Result<null, RuleChangeRefusal>> {
  const versions = await listVersions(tx, content.key)
  const step = checkRuleChange(versions, content, from)
  if (!step.ok) return step
  const [newest] = versions
  if (!newest) throw new Error('a rule without a version was let through')
  const { key, value, standing, article, source, sourceUrl } = content
  await addVersion(
    tx,
    {
      ...{ key, value, standing, article, source, sourceUrl, validFrom: from },
      ...{ version: step.value.version, part: newest.part, unit: newest.unit, name: newest.name },
    },
    step.value.closes,
  )
  await publicChanged(tx)
  return ok(null)
}

/** Takes a published version back before its first day. */
export async function takeRuleBack(
  tx: Tx,
  _actor: Actor,
  { content, from }: Proposed,
): Promise<void> {
  await withdrawVersion(tx, { key: content.key, from })
  await publicChanged(tx)
}
