import { type Actor, systemActor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { setActor, type Tx } from '../../../platform/db.ts'
import { listOffices } from '../../accounts/index.ts'
import { guardCase, ministryArea } from '../../complaints/index.ts'
import { findRule, rulebook, type Standing } from '../../law/index.ts'
import { bodyFor, type CompetentBody } from '../rules/line-of-command.ts'
import { listNamedOffices, nameOffice } from '../store/track.ts'
import { type AboutCase, type CaseRefusal, openCase, tell } from './about-case.ts'

export type NameOfficeRefusal = CaseRefusal | 'no-such-office' | 'changed-meanwhile'

/**
 * The complaint is about this office or one of its officials: it leaves the sight of its line of
 * command and goes to the body that the rule names. Whoever names it may lose sight of it, too.
 */
export async function nameOfficial(
  tx: Tx,
  actor: Actor,
  { officeId, ...about }: AboutCase & { readonly officeId: string },
): Promise<Result<CompetentBody, NameOfficeRefusal>> {
  const opened = await openCase(tx, actor, about)
  if (!opened.ok) return opened
  const { kept } = opened
  const offices = await listOffices(tx)
  if (!offices.some(({ id }) => id === officeId)) return refuse('no-such-office')
  await setActor(tx, systemActor('name-office'))
  await nameOffice(tx, { complaintId: kept.id, officeId, by: actor.id, at: about.at })
  const named = await listNamedOffices(tx, kept.id)
  const rule = await bodyRule(tx, dayOf(about.at))
  const body = bodyFor(offices, named, rule)
  // A caseworker outside the line keeps the case; any other owner gives it to the body.
  const goesOn = kept.isProtected ? kept.ownerId : null
  const outsideBody = body.inside ? null : (body.code ?? withoutBody)
  const guard = { ...kept, aboutOffice: true, area: ministryArea, ownerId: goesOn, outsideBody }
  const officeOf = body.inside ? body.officeId : kept.officeId
  if (!(await guardCase(tx, kept, { ...guard, officeId: officeOf })))
    return refuse('changed-meanwhile')
  await setActor(tx, actor)
  await tell(tx, actor, kept, {
    ...{ type: 'protection.office-named', at: about.at },
    data: { office: officeId, goesTo: body.inside ? body.officeId : body.code },
  })
  return ok(body)
}

/** Answers for a case while no rule names a body outside. */
const withoutBody = 'oversight'

export type BodyRule = {
  readonly body: string | null
  readonly outside: string | null
  readonly standing: Standing
}

/** Who deals with complaints about officials, and how sure that is. */
export async function bodyRule(tx: Tx, today: Day): Promise<BodyRule> {
  const book = await rulebook(tx, today)
  const body = findRule(book, 'protection.official_body')
  const outside = findRule(book, 'protection.official_body_outside')
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    body: text(body?.value),
    outside: text(outside?.value),
    standing: body?.standing ?? 'unknown',
  }
}
