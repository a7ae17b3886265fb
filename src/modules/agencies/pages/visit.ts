import { type FieldErrors, typedValues } from '../../../platform/http/form.ts'
import type { FormBody, Visit } from '../../../platform/http/route.ts'
import { foldDay } from '../../../platform/text/fields.ts'
import type { FormState } from '../../../ui/index.ts'
import type { ProposeRefusal } from '../actions/propose.ts'
import { themselves } from '../rules/alike.ts'
import type { Dossier, PersonId } from '../rules/facts.ts'
import { type ProposalKind, proposalKinds } from '../rules/proposal.ts'
import type { ChosenForm } from './proposal-fields.tsx'

export const licensing = ['licensing-officer', 'licensing-head'] as const
export const fileReaders = [...licensing, 'complaints-officer', 'complaints-head'] as const

export const withDays = (form: FormBody): FormBody => foldDay(foldDay(form, 'day'), 'birth')

const oneText = (value: FormBody[string] | undefined): string =>
  typeof value === 'string' ? value : ''

/** Which form the address asks for; a person's is filled with what is known of her. */
export function chosenForm({ query }: Visit, file: Dossier): ChosenForm | null {
  const what = proposalKinds.find((kind) => kind === query.do)
  const of = oneText(query.of) || null
  if (!what || (needsSubject(what) && !isKnown(file, what, of))) return null
  return { what, of, state: { values: startValues(file, what, of), errors: {} } }
}

const needsSubject = (what: ProposalKind): boolean => what === 'person' || what.endsWith('-end')

function isKnown(file: Dossier, what: ProposalKind, of: string | null): boolean {
  if (what === 'person') return themselves(file.persons).some(({ id }) => id === of)
  if (what === 'role-end') return file.roles.some(({ id }) => id === of)
  if (what === 'site-end') return file.sites.some(({ id }) => id === of)
  return file.contacts.some(({ id }) => id === of)
}

function startValues(file: Dossier, what: ProposalKind, of: string | null): FormState['values'] {
  const person = what === 'person' ? file.persons.find(({ id }) => id === (of as PersonId)) : null
  if (!person) return what === 'role' ? { nationality: 'KH' } : {}
  const [year = '', month = '', day = ''] = person.birth?.split('-') ?? []
  return {
    ...{ nameKm: person.names.km ?? '', nameLatin: person.names.en ?? '' },
    ...{ nationality: person.nationality, identity: person.identity ?? '' },
    phone: person.phone ?? '',
    ...{ 'birth-day': day, 'birth-month': month, 'birth-year': year },
  }
}

/** The form as it was typed, with what is wrong beside its fields. */
export function refusedForm({ form }: Visit, errors: FieldErrors): ChosenForm | null {
  const what = proposalKinds.find((kind) => kind === form.what)
  if (!what) return null
  return { what, of: oneText(form.of) || null, state: { values: typedValues(form), errors } }
}

const fieldOf: Readonly<Record<string, string>> = {
  'agency.nothing-known': 'nameKm',
  'agency.share-missing': 'share',
  'agency.shares-over-100': 'share',
  'agency.director-too-young': 'birth',
  'agency.born-later': 'birth',
  'agency.country-missing': 'country',
  'agency.province-missing': 'province',
  'agency.role-twice': 'role',
  'agency.contact-known': 'shown',
  'agency.ends-before-it-begins': 'day',
}

/** Beside which field a refusal stands. */
export function errorsOf(refusal: ProposeRefusal): FieldErrors {
  if (typeof refusal === 'object') return { documents: { key: `evidence.refused.${refusal.file}` } }
  return { [fieldOf[refusal] ?? 'basis']: { key: `refusal.${refusal}` } }
}
