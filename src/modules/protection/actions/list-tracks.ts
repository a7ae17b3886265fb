import type { Tx } from '../../../platform/db.ts'
import { type PersonNames, personNames } from '../../accounts/index.ts'
import { listGuardedCases } from '../../complaints/index.ts'
import { listTracks, type Track } from '../store/track.ts'

export type ListedTrack = Track & {
  readonly number: string
  readonly caseworker: PersonNames | null
}

/** The protected cases that the acting person may see. */
export async function listSeenTracks(tx: Tx): Promise<ListedTrack[]> {
  const tracks = await listTracks(tx, 200)
  const cases = await listGuardedCases(
    tx,
    tracks.map(({ complaintId }) => complaintId),
  )
  const people = await personNames(
    tx,
    tracks.flatMap(({ caseworkerId }) => caseworkerId ?? []),
  )
  return tracks.flatMap((track) => {
    const number = cases.get(track.complaintId)?.number
    const caseworker = people.get(track.caseworkerId ?? '') ?? null
    return number === undefined ? [] : [{ ...track, number, caseworker }]
  })
}
