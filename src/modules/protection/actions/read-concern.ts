import type { Tx } from '../../../platform/db.ts'
import { listEvents, type TimelineEvent } from '../../../platform/events/record-event.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listOffices, type Office, type PersonNames, personNames } from '../../accounts/index.ts'
import {
  type Concern,
  findConcern,
  listConcerns,
  listHelp,
  type OfferedHelp,
} from '../store/concern.ts'
import { wordsUnder } from './case-words.ts'

type Sealed = 'aboutSealed' | 'reporterSealed' | 'endedSealed' | 'keyId'
export type ConcernFile = {
  readonly concern: Omit<Concern, Sealed>
  readonly about: string | null
  readonly reporter: string | null
  readonly ended: string | null
  readonly helps: readonly (Omit<OfferedHelp, 'noteSealed'> & { readonly note: string | null })[]
  readonly events: readonly TimelineEvent[]
  readonly people: ReadonlyMap<string, PersonNames>
  readonly office: Office | null
}

/** Null when there is none that the acting person may see. */
export async function readConcern(
  tx: Tx,
  { vault, id }: { vault: Vault; id: string },
): Promise<ConcernFile | null> {
  const found = await findConcern(tx, id)
  if (!found) return null
  const { aboutSealed, reporterSealed, endedSealed, keyId, ...concern } = found
  const words = await wordsUnder(tx, vault, keyId)
  const helps = await listHelp(tx, concern.id)
  const events = await listEvents(tx, concern.id)
  const who = events.flatMap(({ actorKind, actorId }) => (actorKind === 'person' ? [actorId] : []))
  return {
    concern,
    about: words.open(aboutSealed),
    reporter: words.open(reporterSealed),
    ended: words.open(endedSealed),
    helps: helps.map(({ noteSealed, ...one }) => ({ ...one, note: words.open(noteSealed) })),
    events,
    people: await personNames(tx, [...who, ...(concern.ownerId ? [concern.ownerId] : [])]),
    office: (await listOffices(tx)).find(({ id: office }) => office === concern.officeId) ?? null,
  }
}

export type ListedConcern = Omit<Concern, Sealed> & { readonly owner: PersonNames | null }

/** As much as a list shows: no words. */
export async function listSeenConcerns(
  tx: Tx,
  { open }: { readonly open: boolean },
): Promise<ListedConcern[]> {
  const rows = await listConcerns(tx, { open, most: 200 })
  const people = await personNames(
    tx,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  )
  return rows.map(({ aboutSealed, reporterSealed, endedSealed, keyId, ...row }) => ({
    ...row,
    owner: people.get(row.ownerId ?? '') ?? null,
  }))
}
