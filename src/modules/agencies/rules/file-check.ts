import type { Day } from '../../../kernel/days.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { AgencyPerson, Dossier, FiledSite, PersonFacts, Role } from './facts.ts'
import { isInForce, isNotEnded } from './facts.ts'
import type { ProposalContent, ProposedEnd, ProposedRole } from './proposal.ts'

/** What the rulebook says of the file of an agency; null while it is not known. */
export type FileRules = {
  readonly khmerShareMin: number | null
  readonly directorAgeMin: number | null
  readonly dormitoryM2: number | null
  readonly country: string
}

export const fileWarnings = [
  'shares-below-100',
  'shares-unknown',
  'khmer-share-short',
  'no-director',
  'director-age-unknown',
  'director-age-rule-unknown',
  'director-too-young',
  'dormitory-too-full',
  'dormitory-unmeasured',
  'dormitory-rule-unknown',
  'no-head-office',
] as const
export type FileWarning = (typeof fileWarnings)[number]

const whole = 10_000

/** What an officer and the agency are told about the file as it stands. It refuses nothing. */
export function checkFile(file: Dossier, rules: FileRules, today: Day): FileWarning[] {
  const now = file.roles.filter((role) => isInForce(role, today))
  const people = new Map(file.persons.map((person) => [person.id, person]))
  const directors = now.filter(({ role }) => role === 'director')
  const sites = file.sites.filter((site) => isInForce(site, today))
  const found: (FileWarning | null)[] = [
    ...shareWarnings(now, people, rules),
    directors.length === 0 ? 'no-director' : null,
    ...directors.flatMap(({ personId }) => {
      const person = people.get(personId)
      return person ? [ageWarning(person, rules, today)] : []
    }),
    ...sites.filter(({ kind }) => kind === 'dormitory').map((site) => roomWarning(site, rules)),
    sites.some(({ kind }) => kind === 'head-office') ? null : 'no-head-office',
  ]
  return fileWarnings.filter((code) => found.includes(code))
}

function shareWarnings(
  roles: readonly Role[],
  people: ReadonlyMap<string, AgencyPerson>,
  { khmerShareMin, country }: FileRules,
): (FileWarning | null)[] {
  const owners = roles.filter(({ role }) => role === 'owner')
  if (owners.length === 0) return ['shares-unknown']
  const sum = (list: readonly Role[]) => list.reduce((all, { share }) => all + (share ?? 0), 0)
  const own = sum(owners.filter(({ personId }) => people.get(personId)?.nationality === country))
  return [
    sum(owners) < whole ? 'shares-below-100' : null,
    khmerShareMin !== null && own < khmerShareMin * 100 ? 'khmer-share-short' : null,
  ]
}

function ageWarning(person: PersonFacts, rules: FileRules, today: Day): FileWarning | null {
  if (rules.directorAgeMin === null) return 'director-age-rule-unknown'
  if (person.birth === null) return 'director-age-unknown'
  return yearsOn(person.birth, today) < rules.directorAgeMin ? 'director-too-young' : null
}

/** A room that is too small for as many; what nobody measured or no rule says is shown as that. */
function roomWarning({ capacity, floor }: FiledSite, rules: FileRules): FileWarning | null {
  if (capacity === null || floor === null) return 'dormitory-unmeasured'
  if (rules.dormitoryM2 === null) return 'dormitory-rule-unknown'
  return capacity * rules.dormitoryM2 > floor ? 'dormitory-too-full' : null
}

/** Full years on a day: one born on 29 February is a year older on 1 March. */
export function yearsOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

export const proposalRefusals = [
  'agency.nothing-known',
  'agency.share-missing',
  'agency.shares-over-100',
  'agency.director-too-young',
  'agency.country-missing',
  'agency.province-missing',
  'agency.role-twice',
  'agency.subject-gone',
  'agency.ends-before-it-begins',
  'agency.born-later',
  'agency.contact-known',
] as const
export type ProposalRefusal = (typeof proposalRefusals)[number]

type Checked = { readonly file: Dossier; readonly rules: FileRules; readonly today: Day }

/** Whether a change can be true at all, beside what is on file. Judged again when it is accepted. */
export function checkProposal(
  content: ProposalContent,
  at: Checked,
): Result<null, ProposalRefusal> {
  const refusal = faultOf(content, at)
  return refusal === null ? ok(null) : refuse(refusal)
}

function faultOf(content: ProposalContent, at: Checked): ProposalRefusal | null {
  switch (content.kind) {
    case 'role':
      return roleFault(content, at)
    case 'person':
      if (!at.file.persons.some(({ id }) => id === content.subject)) return 'agency.subject-gone'
      return personFault(content.person, at.today)
    case 'site': {
      if (content.site === 'representation')
        return content.country ? null : 'agency.country-missing'
      return content.province ? null : 'agency.province-missing'
    }
    case 'contact':
      return at.file.contacts.some(
        (one) => one.shown === content.shown && isNotEnded(one, content.from),
      )
        ? 'agency.contact-known'
        : null
    default:
      return endFault(content, at.file)
  }
}

const personFault = ({ names, birth }: PersonFacts, today: Day): ProposalRefusal | null => {
  if (!names.km && !names.en) return 'agency.nothing-known'
  return birth !== null && birth > today ? 'agency.born-later' : null
}

function roleFault(content: ProposedRole, at: Checked): ProposalRefusal | null {
  const { role, personId, from } = content
  const known = at.file.persons.find(({ id }) => id === personId)
  if (personId !== null && !known) return 'agency.subject-gone'
  const person = known ?? content.person
  if (!person) return 'agency.nothing-known'
  if (role === 'representative' && !content.country) return 'agency.country-missing'
  const same = at.file.roles.filter((one) => one.role === role && isNotEnded(one, from))
  if (same.some((one) => one.personId === personId && one.country === content.country))
    return 'agency.role-twice'
  const share = role === 'owner' ? shareFault(content, same) : null
  return personFault(person, at.today) ?? share ?? ageFault(content, person, at.rules)
}

function shareFault({ share }: ProposedRole, owners: readonly Role[]): ProposalRefusal | null {
  if (share === null) return 'agency.share-missing'
  const held = owners.reduce((sum, one) => sum + (one.share ?? 0), 0)
  return held + share > whole ? 'agency.shares-over-100' : null
}

/** Refused only where both the rule and the day of birth are known. */
function ageFault(
  { role, from }: ProposedRole,
  { birth }: PersonFacts,
  { directorAgeMin: least }: FileRules,
): ProposalRefusal | null {
  if (role !== 'director' || least === null || birth === null) return null
  return yearsOn(birth, from) < least ? 'agency.director-too-young' : null
}

function endFault({ kind, subject, to }: ProposedEnd, file: Dossier): ProposalRefusal | null {
  const all = { 'role-end': file.roles, 'site-end': file.sites, 'contact-end': file.contacts }
  const found = all[kind].find(({ id }) => id === subject)
  if (!found || found.to !== null) return 'agency.subject-gone'
  return to < found.from ? 'agency.ends-before-it-begins' : null
}
