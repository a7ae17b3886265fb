import { z } from 'zod'
import type { ListedConcern } from '../actions/read-concern.ts'
import type { ProtectionFile } from '../actions/read-protection.ts'
import { concernDoors, concernStatuses } from '../rules/concern.ts'
import { referralBodies, referralStatuses } from '../rules/referral.ts'
import { screeningOutcomes } from '../rules/screening.ts'
import { trackStatuses, wantedSexes } from '../rules/track.ts'
import type { OverseenCase } from '../store/oversight.ts'

const instant = z.string().describe('ISO 8601 in UTC')

export const protection = z.object({
  isProtected: z.boolean(),
  aboutOffice: z.boolean(),
  track: z
    .object({
      status: z.enum(trackStatuses),
      version: z.int(),
      since: instant,
      reasons: z.array(z.string()),
      wants: z.enum(wantedSexes),
      caseworkerId: z.string().nullable(),
      headId: z.string().nullable(),
      nextOn: z.string().nullable(),
    })
    .nullable(),
  hints: z.array(z.string()).describe('What the kinds of the complaint propose to ask first.'),
  screenings: z.array(
    z.object({ version: z.int(), at: instant, outcome: z.enum(screeningOutcomes) }),
  ),
  referrals: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      body: z.enum(referralBodies),
      status: z.enum(referralStatuses),
      warnings: z.array(z.string()),
      nextOn: z.string().nullable(),
    }),
  ),
  children: z.array(z.object({ id: z.string(), version: z.int(), status: z.string() })),
  retaliations: z.array(
    z.object({
      id: z.string(),
      happenedOn: z.string(),
      kind: z.string(),
      doneOn: z.string().nullable(),
    }),
  ),
})

export const asProtection = (file: ProtectionFile): z.input<typeof protection> => ({
  isProtected: file.kept.isProtected,
  aboutOffice: file.kept.aboutOffice,
  track: file.track && {
    ...file.track,
    reasons: [...file.track.reasons],
    since: file.track.since.toISOString(),
  },
  hints: [...file.hints],
  screenings: file.screenings.map(({ version, madeAt, outcome }) => ({
    ...{ version, outcome, at: madeAt.toISOString() },
  })),
  referrals: file.referrals.map(({ id, version, body, status, warnings, nextOn }) => ({
    ...{ id, version, body, status, nextOn, warnings: [...warnings] },
  })),
  children: file.children.map(({ id, version, status }) => ({ id, version, status })),
  retaliations: file.retaliations.map(({ id, happenedOn, kind, doneOn }) => ({
    ...{ id, happenedOn, kind, doneOn },
  })),
})

export const concern = z.object({
  id: z.string(),
  status: z.enum(concernStatuses),
  version: z.int(),
  door: z.enum(concernDoors),
  area: z.string(),
  country: z.string().nullable(),
  signs: z.array(z.string()),
  at: instant,
  ownerId: z.string().nullable(),
  nextOn: z.string().nullable(),
  complaintId: z.string().nullable(),
})

export const asConcern = (row: Omit<ListedConcern, 'owner'>): z.input<typeof concern> => ({
  id: row.id,
  status: row.status,
  version: row.version,
  door: row.door,
  area: row.area,
  country: row.country,
  signs: [...row.signs],
  at: row.madeAt.toISOString(),
  ownerId: row.ownerId,
  nextOn: row.nextOn,
  complaintId: row.complaintId,
})

export const overseen = z.object({
  number: z.string(),
  hiddenAs: z.enum(['protected', 'about-office', 'both']),
  officeId: z.string(),
  status: z.string(),
  receivedAt: instant,
  nextDueAt: instant.nullable(),
  outsideBody: z.string().nullable().describe('The body outside that answers for it.'),
  hasOwner: z.boolean(),
  hasCaseworker: z.boolean().nullable(),
  screenedAt: instant.nullable(),
  referralsOpen: z.int(),
  retaliations: z.int(),
  lastEvent: z.string().nullable(),
  lastEventAt: instant.nullable(),
})

export const asOverseen = ({ id, ...row }: OverseenCase): z.input<typeof overseen> => ({
  ...row,
  receivedAt: row.receivedAt.toISOString(),
  nextDueAt: row.nextDueAt?.toISOString() ?? null,
  screenedAt: row.screenedAt?.toISOString() ?? null,
  lastEventAt: row.lastEventAt?.toISOString() ?? null,
})
