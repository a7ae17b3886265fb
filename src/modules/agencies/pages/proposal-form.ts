import { z } from 'zod'
import { fields, pageKey, phoneKey } from '../../../platform/text/index.ts'
import { contactKinds, siteKinds } from '../rules/agency.ts'
import { agencyRoles, type PersonFacts, type PersonId } from '../rules/facts.ts'
import { type ProposalContent, proposalKinds } from '../rules/proposal.ts'

const wrong = 'form.not-understood'
const tooLong = 'agencies.field.too-long'
const lineOf = (max: number) => fields.optionalLine({ max, tooLong })
const code = z
  .union([z.string().regex(/^[A-Z]{2}$/, wrong), z.literal('')], { error: wrong })
  .nullish()
  .transform((text) => text || null)
const province = z
  .union([z.string().regex(/^\d{2}$/, wrong), z.literal('')], { error: wrong })
  .nullish()
  .transform((text) => text || null)
const optionalId = z
  .union([z.uuid(wrong), z.literal('')], { error: wrong })
  .nullish()
  .transform((text) => text || null)
const numberOf = (most: number) =>
  lineOf(12).transform((text, ctx) => {
    const plain = text?.replace(/[,\s]/g, '') ?? ''
    const value = plain === '' ? null : Number(plain)
    if (value === null) return null
    if (/^\d{1,7}$/.test(plain) && value >= 1 && value <= most) return value
    ctx.addIssue({ code: 'custom', message: 'agencies.field.number.wrong' })
    return z.NEVER
  })
const degrees = (most: number) =>
  lineOf(20).transform((text, ctx) => {
    const value = text === null ? null : Number(text.replace(',', '.'))
    if (value === null || (Number.isFinite(value) && Math.abs(value) <= most)) return value
    ctx.addIssue({ code: 'custom', message: 'agencies.field.degrees.wrong' })
    return z.NEVER
  })
/** "51" or "33.33", of a hundred; kept in hundredths. */
const share = lineOf(8).transform((text, ctx) => {
  if (text === null) return null
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text)
  const value = found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : 0
  if (value >= 1 && value <= 10_000) return value
  ctx.addIssue({ code: 'custom', message: 'agencies.field.share.wrong' })
  return z.NEVER
})

const base = z.object({
  what: fields.choice(proposalKinds, 'agencies.field.what.missing'),
  of: optionalId,
  role: fields.optionalChoice(agencyRoles),
  personId: optionalId,
  nameKm: lineOf(200),
  nameLatin: lineOf(200),
  nationality: code,
  identity: lineOf(40),
  phone: fields.optionalPhone(),
  birth: fields.optionalDay(),
  share,
  country: code,
  province,
  site: fields.optionalChoice(siteKinds),
  addressKm: lineOf(300),
  addressLatin: lineOf(300),
  capacity: numberOf(100_000),
  floor: numberOf(1_000_000),
  lat: degrees(90),
  lon: degrees(180),
  contact: fields.optionalChoice(contactKinds),
  shown: lineOf(200),
  day: fields.optionalDay(),
  basis: fields.lines({ max: 2_000, missing: 'agencies.field.basis.missing', tooLong }),
})
type Typed = z.output<typeof base>
type Fault = { readonly field: string; readonly message: string }

/** What an agency proposes or an officer enters: one fact, its day, and on what it rests. */
export const proposalForm = base.transform((form, ctx) => {
  const made = contentOf(form)
  if ('fault' in made) {
    ctx.addIssue({ code: 'custom', path: [made.fault.field], message: made.fault.message })
    return z.NEVER
  }
  return { content: made.content, basis: form.basis }
})

type Made = { readonly content: ProposalContent } | { readonly fault: Fault }
const fault = (field: string, message: string): Made => ({ fault: { field, message } })

function contentOf(form: Typed): Made {
  if (form.what === 'person') return personChange(form)
  if (form.day === null) return fault('day', 'form.day.missing')
  const from = form.day
  switch (form.what) {
    case 'role':
      return roleOf(form, from)
    case 'site':
      return siteOf(form, from)
    case 'contact':
      return contactOf(form, from)
    default:
      if (!form.of) return fault('form', wrong)
      return { content: { kind: form.what, subject: form.of, to: from } }
  }
}

type From = NonNullable<Typed['day']>

function personOf(form: Typed): PersonFacts | Fault {
  if (!form.nameKm && !form.nameLatin)
    return { field: 'nameKm', message: 'agencies.field.name.missing' }
  if (!form.nationality)
    return { field: 'nationality', message: 'agencies.field.nationality.missing' }
  const { nationality, identity, phone, birth } = form
  return { names: { km: form.nameKm, en: form.nameLatin }, nationality, identity, phone, birth }
}

function personChange(form: Typed): Made {
  const person = personOf(form)
  if ('field' in person) return { fault: person }
  if (!form.of) return fault('form', wrong)
  return { content: { kind: 'person', subject: form.of as PersonId, person } }
}

function roleOf(form: Typed, from: From): Made {
  const { role, share, country, province } = form
  if (!role) return fault('role', 'agencies.field.role.missing')
  const rest = { kind: 'role' as const, role, share, country, province, from }
  if (form.personId)
    return { content: { ...rest, personId: form.personId as PersonId, person: null } }
  const person = personOf(form)
  return 'field' in person ? { fault: person } : { content: { ...rest, personId: null, person } }
}

function siteOf(form: Typed, from: From): Made {
  const { site, capacity, floor, lat, lon } = form
  if (!site) return fault('site', 'agencies.field.site.missing')
  if (!form.addressKm && !form.addressLatin)
    return fault('addressKm', 'agencies.field.address.missing')
  if ((lat === null) !== (lon === null)) return fault('lat', 'agencies.field.degrees.wrong')
  const abroad = site === 'representation'
  return {
    content: {
      ...{ kind: 'site', site, capacity, floor, lat, lon, from },
      province: abroad ? null : form.province,
      country: abroad ? form.country : null,
      address: { km: form.addressKm, en: form.addressLatin },
    },
  }
}

function contactOf({ contact, shown }: Typed, from: From): Made {
  if (!contact) return fault('contact', 'agencies.field.contact.missing')
  const key = contact === 'phone' ? phoneKey(shown ?? '') : pageKey(shown ?? '')
  if (!shown || key === null) return fault('shown', `agencies.field.shown.wrong-${contact}`)
  return { content: { kind: 'contact', contact, shown, from } }
}

const version = fields.wholeNumber({ least: 1, most: 999_999_999, wrong })

export const withdrawForm = z.object({ version })

export const decisionForm = z.object({
  version,
  fileVersion: version,
  decision: fields.choice(['accept', 'refuse'], 'agencies.field.decision.missing'),
  reason: fields.optionalLines({ max: 2_000, tooLong }),
})

export const judgeForm = z.object({
  a: z.uuid(wrong),
  b: z.uuid(wrong),
  verdict: fields.choice(['same', 'other', 'unsure'], 'agencies.field.verdict.missing'),
  reason: fields.lines({ max: 1_000, missing: 'agencies.field.reason.missing', tooLong }),
})

export const verifyForm = z.object({
  note: fields.lines({ max: 1_000, missing: 'agencies.field.note.missing', tooLong }),
})

export const codeForm = z.object({
  code: fields.line({ max: 20, missing: 'agencies.field.code.missing', tooLong }),
})

/** Of a form that an officer sends, too: the file as it was read. */
export const enterForm = z.object({ fileVersion: version })
