import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listEvidence, type ShownEvidence } from '../../evidence/index.ts'
import { shownNumber } from '../rules/letter.ts'
import { findLetter } from '../store/letter.ts'
import { listScans, type Scan } from '../store/scan.ts'

/** A scan as its page shows it. */
export type HandedIn = {
  readonly scan: Scan
  readonly evidence: readonly ShownEvidence[]
  /** Of the letter that it was taken to; null where that is not for this person. */
  readonly number: string | null
}

const most = 50

/** What the actor's office handed in: what waits for somebody first. */
export async function listHandedIn(tx: Tx, actor: Actor, vault: Vault): Promise<HandedIn[]> {
  if (actor.officeId === null) return []
  const scans = await listScans(tx, actor.officeId, most)
  return Promise.all(
    scans.map(async (scan) => {
      const letter = scan.letterId === null ? null : await findLetter(tx, scan.letterId)
      const evidence = scan.status === 'unmatched' ? await listEvidence(tx, vault, scan.id) : []
      return { scan, evidence, number: letter && shownNumber(letter) }
    }),
  )
}
