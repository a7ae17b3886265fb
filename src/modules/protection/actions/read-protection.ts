import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import {
  listOfficers,
  listOffices,
  type Office,
  type Officer,
  type PersonNames,
  personNames,
} from '../../accounts/index.ts'
import { type GuardedCase, listPersons, openNames } from '../../complaints/index.ts'
import { hintsFor } from '../rules/screening.ts'
import { type Barred, listBarred, listRetaliations, type Retaliation } from '../store/beside.ts'
import { type BestInterestRow, listBestInterests } from '../store/best-interest.ts'
import { type ProtectionPack, protectionPack } from '../store/pack.ts'
import { listReferrals, type ReferralRow } from '../store/referral.ts'
import { type KeptScreening, listScreenings } from '../store/screening.ts'
import { findTrack, type Grant, listGrants, listNamedOffices, type Track } from '../store/track.ts'
import { openCase, protectors } from './about-case.ts'
import { listCaseworkersFor, type OfferedCaseworker } from './give-to-caseworker.ts'
import { type BodyRule, bodyRule } from './name-office.ts'

type Opened<T, Sealed extends keyof T> = Omit<T, Sealed>
type Text = string | null

/** Everything about somebody's safety in one case, opened for whoever may see it. */
export type ProtectionFile = {
  readonly pack: ProtectionPack
  readonly kept: GuardedCase
  readonly track: Track | null
  readonly screenings: readonly (Opened<KeptScreening, 'noteSealed'> & { readonly note: Text })[]
  /** Indicators that the kinds of the complaint propose to ask first. */
  readonly hints: readonly string[]
  readonly grants: readonly (Opened<Grant, 'reasonSealed'> & { readonly reason: Text })[]
  readonly barred: readonly (Opened<Barred, 'whoSealed' | 'contactSealed' | 'contactIndex'> & {
    readonly who: Text
    readonly contact: Text
  })[]
  readonly referrals: readonly (Opened<
    ReferralRow,
    'toSealed' | 'answerSealed' | 'warningSealed'
  > & {
    readonly to: Text
    readonly answer: Text
    readonly warning: Text
  })[]
  readonly children: readonly (Opened<BestInterestRow, 'decisionSealed'> & {
    readonly decision: Text
  })[]
  readonly retaliations: readonly (Opened<Retaliation, 'whatSealed' | 'doneSealed'> & {
    readonly what: Text
    readonly done: Text
  })[]
  readonly namedOffices: readonly string[]
  readonly body: BodyRule
  readonly offices: readonly Office[]
  readonly people: ReadonlyMap<string, PersonNames>
  /** Whom the case concerns, by name where one is known. */
  readonly persons: readonly {
    readonly id: string
    readonly position: number
    readonly name: Text
  }[]
  /** Who may take it over, for her wish; and who may be let in. */
  readonly caseworkers: readonly OfferedCaseworker[]
  readonly officers: readonly Officer[]
}

type Ask = { readonly vault: Vault; readonly complaintId: string; readonly now: Date }

/** Null when there is no such case, or none that the actor may see. */
export async function readProtection(
  tx: Tx,
  actor: Actor,
  ask: Ask,
): Promise<ProtectionFile | null> {
  const opened = await openCase(tx, actor, ask)
  if (!opened.ok) return null
  const { kept, words } = opened
  const { id } = kept
  const track = await findTrack(tx, id)
  const grants = await listGrants(tx, id)
  const retaliations = await listRetaliations(tx, id)
  const screenings = await listScreenings(tx, id)
  return {
    ...{ pack: protectionPack(), kept, track, namedOffices: await listNamedOffices(tx, id) },
    screenings: screenings.map(({ noteSealed, ...one }) => ({
      ...one,
      note: words.open(noteSealed),
    })),
    hints: hintsFor(protectionPack().hints, kept.categories),
    grants: grants.map(({ reasonSealed, ...one }) => ({
      ...one,
      reason: words.open(reasonSealed),
    })),
    barred: (await listBarred(tx, id)).map(
      ({ whoSealed, contactSealed, contactIndex, ...one }) => ({
        ...{ ...one, who: words.open(whoSealed), contact: words.open(contactSealed) },
      }),
    ),
    referrals: (await listReferrals(tx, id)).map(
      ({ toSealed, answerSealed, warningSealed, ...one }) => ({
        ...{ ...one, to: words.open(toSealed), answer: words.open(answerSealed) },
        warning: words.open(warningSealed),
      }),
    ),
    children: (await listBestInterests(tx, id)).map(({ decisionSealed, ...one }) => ({
      ...{ ...one, decision: words.open(decisionSealed) },
    })),
    retaliations: retaliations.map(({ whatSealed, doneSealed, ...one }) => ({
      ...{ ...one, what: words.open(whatSealed), done: words.open(doneSealed) },
    })),
    ...(await readAround(tx, actor, { ask, kept, track, grants })),
  }
}

type Around = {
  readonly ask: Ask
  readonly kept: GuardedCase
  readonly track: Track | null
  readonly grants: readonly Grant[]
}

async function readAround(tx: Tx, actor: Actor, { ask, kept, track, grants }: Around) {
  const { vault, now } = ask
  const today = dayOf(now)
  const persons = await listPersons(tx, kept.id)
  const names = await openNames(
    tx,
    vault,
    persons.map(({ id }) => id),
  )
  const officers: Officer[] = []
  for (const role of protectors) officers.push(...(await listOfficers(tx, { role, today })))
  const known = [kept.ownerId, track?.caseworkerId, track?.headId, track?.placedBy]
  const ids = [...known, ...grants.map(({ personId }) => personId)].flatMap((id) => id ?? [])
  const wish = { area: kept.area, wants: track?.wants ?? ('either' as const), at: now }
  return {
    body: await bodyRule(tx, today),
    offices: await listOffices(tx),
    people: await personNames(tx, ids),
    persons: persons.map(({ id, position }) => ({ id, position, name: names.get(id) ?? null })),
    caseworkers: track ? await listCaseworkersFor(tx, { ...wish, headId: actor.id }) : [],
    officers: officers.filter((one, at) => officers.findIndex(({ id }) => id === one.id) === at),
  }
}
