import { z } from 'zod'
import { moneyText } from '../../../../kernel/money.ts'
import type { CaseFile } from '../../actions/case-file.ts'
import type { Inquiry } from '../../actions/inquiry-words.ts'
import type { Claim } from '../../rules/complaint.ts'
import {
  claimKinds,
  complaintStatuses,
  doors,
  opennesses,
  respondentKinds,
} from '../../rules/complaint.ts'
import { complaintActions } from '../../rules/lifecycle.ts'
import type { WorklistRow } from '../../store/worklist.ts'

const instant = z.string().describe('ISO 8601 in UTC')
const claim = z.object({
  kind: z.enum(claimKinds),
  amount: z
    .string()
    .nullable()
    .describe('Null while the sum is open: not known, which is not zero.'),
  currency: z.string(),
})

/** A case as it stands in a list. */
export const listedComplaint = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(complaintStatuses),
  version: z.int(),
  openness: z.enum(opennesses),
  area: z.string().describe('Province code of the owning office; 00 for the ministry.'),
  ownerId: z.string().nullable(),
  agencyId: z.string().nullable(),
  respondentKind: z.enum(respondentKinds),
  categories: z.array(z.string()),
  receivedAt: instant,
  nextDueAt: instant.nullable(),
  unread: z.boolean(),
})

export const asListed = (row: WorklistRow): z.input<typeof listedComplaint> => ({
  id: row.id,
  number: row.number,
  status: row.status,
  version: row.version,
  openness: row.openness,
  area: row.area,
  ownerId: row.ownerId,
  agencyId: row.agencyId,
  respondentKind: row.respondentKind,
  categories: [...row.categories],
  receivedAt: row.receivedAt.toISOString(),
  nextDueAt: row.nextDueAt?.toISOString() ?? null,
  unread: row.unread,
})

/** A whole case. How to reach the complainant is not in it, ever. */
export const wholeComplaint = listedComplaint.extend({
  door: z.enum(doors),
  officeId: z.string(),
  people: z.int(),
  country: z.string().nullable(),
  province: z.string().nullable(),
  month: z.string().nullable(),
  workerName: z.string().nullable(),
  respondent: z.string().nullable(),
  story: z.string().nullable(),
  claims: z.array(claim),
  clocks: z.array(
    z.object({
      kind: z.string(),
      rule: z.string(),
      startedAt: instant,
      dueAt: instant,
      uncertain: z.boolean(),
      outcome: z.string().nullable(),
    }),
  ),
  consents: z.array(z.string()),
  messages: z.array(z.object({ from: z.string(), at: instant, text: z.string().nullable() })),
  events: z.array(z.object({ type: z.string(), at: instant, to: z.string().nullable() })),
  actions: z.array(z.enum(complaintActions)).describe('What this caller may do with it now.'),
})

export function asWhole(file: CaseFile): z.input<typeof wholeComplaint> {
  const { complaint, details, words, claims, clocks, events, written } = file
  return {
    id: complaint.id,
    number: complaint.number,
    status: complaint.status,
    version: complaint.version,
    openness: complaint.openness,
    area: complaint.area,
    ownerId: complaint.ownerId,
    agencyId: complaint.agencyId,
    respondentKind: details.respondentKind,
    categories: [...details.categories],
    receivedAt: complaint.receivedAt.toISOString(),
    nextDueAt: complaint.nextDueAt?.toISOString() ?? null,
    unread: written.some(({ unread }) => unread),
    door: complaint.door,
    officeId: complaint.officeId,
    people: details.people,
    country: details.country,
    province: details.province,
    month: details.month,
    workerName: words.workerName,
    respondent: words.respondent,
    story: words.story,
    claims: claims.map(asClaim),
    clocks: clocks.map(({ kind, ruleKey, startedAt, dueAt, uncertain, outcome }) => ({
      ...{ kind, rule: ruleKey, uncertain, outcome },
      startedAt: startedAt.toISOString(),
      dueAt: dueAt.toISOString(),
    })),
    consents: [...file.consents],
    messages: written
      .filter(({ kind }) => kind === 'message')
      .map(({ from, at, text }) => ({ from, at: at.toISOString(), text })),
    events: events.map(({ type, at, to }) => ({ type, at: at.toISOString(), to })),
    actions: [...file.actions],
  }
}

const asClaim = ({ kind, sum, currency }: Claim): z.input<typeof claim> => ({
  kind,
  amount: sum && moneyText(sum),
  currency,
})

/** All that an agency sees of a case. */
export const shownInquiry = z.object({
  id: z.string(),
  status: z.enum(['asked', 'answered', 'withdrawn']),
  question: z.string(),
  askedAt: instant,
  dueAt: instant,
  categories: z.array(z.string()),
  month: z.string().nullable(),
  claims: z.array(claim),
  workerName: z.string().nullable().describe('Only where the complainant lets it be shown.'),
  story: z.string().nullable().describe('Only where the complainant lets it be shown.'),
  personsAgreed: z.int().nullable().describe('Of a group, how many agreed; null for one.'),
  personNames: z.array(z.string()).describe('Of those who let their name be shown.'),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  version: z.int(),
})

export const asShown = (inquiry: Inquiry): z.input<typeof shownInquiry> => ({
  id: inquiry.id,
  status: inquiry.status,
  question: inquiry.question,
  askedAt: inquiry.askedAt.toISOString(),
  dueAt: inquiry.dueAt.toISOString(),
  categories: [...inquiry.categories],
  month: inquiry.happenedMonth,
  claims: [...inquiry.claims],
  workerName: inquiry.workerName,
  story: inquiry.story,
  personsAgreed: inquiry.personsAgreed,
  personNames: [...inquiry.personNames],
  answer: inquiry.answer,
  answeredAt: inquiry.answeredAt?.toISOString() ?? null,
  version: inquiry.version,
})
