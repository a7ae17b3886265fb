import { z } from 'zod'
import type { Found } from '../actions/look-up.ts'
import type { AgencyFile } from '../actions/show-agency.ts'
import type { Answer } from '../rules/answer.ts'
import { answerKinds } from '../rules/answer.ts'
import { conditions, type Licence, sectors } from '../rules/licence.ts'
import { licenceStatuses } from '../rules/lifecycle.ts'

const names = z.object({ km: z.string().nullable(), en: z.string().nullable() })

const answer = z.object({
  kind: z.enum(answerKinds),
  destinations: z.array(z.string()).optional(),
  since: z.string().optional(),
  until: z.string().nullable().optional(),
  condition: z.enum(conditions).nullable().optional(),
  on: z.string().optional(),
  from: z.string().optional(),
})

export const foundSchema = z.object({
  id: z.string(),
  names,
  licenceNumber: z.string().nullable(),
  matchedBy: z.string(),
  matched: z.string(),
  answer,
})

export const foundReply = ({ agency, match, answer, number }: Found) => ({
  id: agency.id,
  names: agency.names,
  licenceNumber: number,
  matchedBy: match.by,
  matched: match.met,
  answer: answerReply(answer),
})

function answerReply(given: Answer): z.input<typeof answer> {
  if (given.kind === 'warned') return { kind: given.kind, on: given.warning.on }
  if (given.kind === 'licensed' || given.kind === 'other-countries')
    return { kind: given.kind, destinations: [...given.destinations] }
  return given
}

export const licenceSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(licenceStatuses),
  version: z.int(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  suspension: z
    .object({ since: z.string(), until: z.string().nullable(), condition: z.string().nullable() })
    .nullable(),
  endedOn: z.string().nullable(),
  authorisations: z.array(
    z.object({
      destination: z.string(),
      sector: z.enum(sectors),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
})

export const licenceReply = (licence: Licence): z.input<typeof licenceSchema> => ({
  id: licence.id,
  number: licence.number,
  status: licence.status,
  version: licence.version,
  validFrom: licence.validFrom,
  validTo: licence.validTo,
  suspension: licence.suspension,
  endedOn: licence.endedOn,
  authorisations: [...licence.authorisations],
})

const period = { from: z.string(), to: z.string().nullable() }

export const agencyFileSchema = z.object({
  asOf: z.string(),
  id: z.string(),
  names,
  kind: z.enum(['agency', 'unlicensed']),
  answer,
  liable: z.boolean().describe('A licence ended; the agency stays answerable.'),
  licences: z.array(licenceSchema),
  otherNames: z.array(z.object({ kind: z.string(), name: z.string() })),
  contacts: z.array(
    z.object({ kind: z.string(), shown: z.string(), verified: z.boolean(), ...period }),
  ),
  people: z.array(z.object({ role: z.string(), names, card: z.string().nullable(), ...period })),
  sites: z.array(z.object({ kind: z.string(), province: names, address: names, ...period })),
  warnings: z.array(
    z.object({
      on: z.string(),
      reason: z.string(),
      source: z.string(),
      endsOn: z.string().nullable(),
      appeal: z.string(),
    }),
  ),
  history: z.array(
    z.object({
      at: z.string(),
      type: z.string(),
      licence: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
})

export const agencyFileReply = (file: AgencyFile): z.input<typeof agencyFileSchema> => ({
  asOf: file.asOf,
  id: file.agency.id,
  names: file.agency.names,
  kind: file.agency.kind,
  answer: answerReply(file.answer),
  liable: file.liable,
  licences: file.licences.map(licenceReply),
  otherNames: [...file.agency.otherNames],
  contacts: [...file.agency.contacts],
  people: file.people.map(({ role, names, card, from, to }) => ({ role, names, card, from, to })),
  sites: [...file.agency.sites],
  warnings: file.agency.warnings.map(({ on, reason, source, endsOn, appeal }) => ({
    on,
    reason,
    source,
    endsOn,
    appeal,
  })),
  history: file.history.map(({ at, type, number, data }) => ({
    at: at.toISOString(),
    type,
    licence: number,
    data: { ...data },
  })),
})
