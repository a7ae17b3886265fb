import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { offeredActions } from '../../../kernel/lifecycle.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { findNumber, rulebook } from '../../law/index.ts'
import type { Licence } from '../rules/licence.ts'
import { type LicenceAction, licenceLifecycle } from '../rules/lifecycle.ts'
import { type KeptDecision, listDecisions } from '../store/decision.ts'
import { listLicences } from '../store/licence.ts'
import { type AgencyFile, showAgency } from './show-agency.ts'

export type OfficerFile = AgencyFile & {
  /** Applications too, each with what this officer may do with it now. */
  readonly offered: readonly { readonly licence: Licence; readonly actions: LicenceAction[] }[]
  readonly decisions: readonly KeptDecision[]
  /** How long a suspension lasts by precedent; null while unknown. */
  readonly defaultDays: number | null
}

/** One agency as an officer of the ministry sees it. */
export async function readForOfficer(
  tx: Tx,
  actor: Actor,
  { id, now, vault }: { id: string; now: Date; vault: Vault },
): Promise<OfficerFile | null> {
  const file = await showAgency(tx, { id, now, vault })
  if (!file) return null
  const licences = await listLicences(tx, [file.agency.id])
  const book = await rulebook(tx, dayOf(now))
  return {
    ...file,
    offered: licences.map((licence) => ({
      licence,
      actions: offeredActions(licenceLifecycle, licence.status, actor.roles),
    })),
    decisions: await listDecisions(
      tx,
      licences.map((licence) => licence.id),
    ),
    defaultDays: findNumber(book, 'suspension.default_days'),
  }
}
