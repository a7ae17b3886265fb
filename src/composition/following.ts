import { sendContactCode } from '../modules/agencies/index.ts'
import {
  assignByLot,
  type CaseLinks,
  tellComplainant,
  tellOwner,
} from '../modules/complaints/index.ts'
import { mustNotBeTold, staysInside } from '../modules/protection/index.ts'
import type { Db } from '../platform/db.ts'
import type { Files } from '../platform/files/files.ts'
import { publishStatusList } from '../platform/tokens/status-source.ts'
import type { Vault } from '../platform/vault/vault.ts'
import { routes } from '../routes.ts'
import { statusSources } from '../status-sources.ts'

/** What a follow-up is given: ids only; it reads the current state again. */
export type FollowedEvent = {
  readonly eventId: string
  readonly type: string
  readonly recordId: string
}
export type FollowUpDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly now: () => Date
  /** Where the site is found: messages carry a link. */
  readonly publicUrl: string
}
export type FollowUp = (deps: FollowUpDeps, event: FollowedEvent) => Promise<void>

/** The addresses that messages carry. */
const linksAt = (publicUrl: string): CaseLinks => {
  const site = publicUrl.replace(/\/$/, '')
  return {
    follow: (language) => `${site}${language === 'en' ? '/en' : ''}${routes.follow.href()}`,
    complaint: (id) => `${site}${routes.complaint.href({ id })}`,
  }
}
export const toldComplainant: FollowUp = (deps, event) =>
  tellComplainant({ ...deps, links: linksAt(deps.publicUrl), mustNotBeTold }, event)
export const toldOwner: FollowUp = (deps, event) =>
  tellOwner({ ...deps, links: linksAt(deps.publicUrl) }, event)

/** To the number itself, with where its agency types it. */
export const sentContactCode: FollowUp = (deps, event) =>
  sendContactCode(
    { ...deps, link: `${deps.publicUrl.replace(/\/$/, '')}${routes.ownFile.href()}` },
    event,
  )

/** One of the body's officers, unless only somebody outside may deal with it. */
export const drawnInsideBody: FollowUp = async (deps, event) => {
  if (await staysInside(deps, event)) await assignByLot(deps, event)
}

/** What the page says at once, telephones without network learn from the next list. */
export const listedStatuses: FollowUp = ({ db, vault, now }) =>
  publishStatusList({ db, vault, now: now(), sources: statusSources })
