import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import type { AgencyId } from './agency.ts'
import { findAlike } from './alike.ts'
import type { AgencyPerson, Dossier, FiledSite, PersonId, Role } from './facts.ts'
import { checkFile, checkProposal, type FileRules, yearsOn } from './file-check.ts'
import { nameSounds } from './name-sounds.ts'
import type { ProposedRole } from './proposal.ts'

const today = '2026-11-20' as Day
const rules: FileRules = { khmerShareMin: 51, directorAgeMin: 25, dormitoryM2: 4, country: 'KH' }
const unknown: FileRules = {
  ...rules,
  directorAgeMin: null,
  dormitoryM2: null,
  khmerShareMin: null,
}

const person = (id: string, given: Partial<AgencyPerson> = {}): AgencyPerson => ({
  ...{ id: id as PersonId, names: { km: null, en: id }, nationality: 'KH', identity: null },
  ...{ phone: null, birth: '1980-01-01' as Day, sameAs: null, addedAt: new Date(0) },
  ...given,
})
const role = (personId: string, given: Partial<Role>): Role =>
  ({
    ...{ id: `${personId} ${given.role}`, personId, role: 'staff', share: null, country: null },
    ...{ province: null, card: null, isPublic: false, from: '2020-01-01', to: null },
    ...{ proposalId: null, recordedAt: null, endProposalId: null, endRecordedAt: null },
    ...given,
  }) as Role
const site = (given: Partial<FiledSite>): FiledSite =>
  ({
    kind: 'head-office',
    from: '2020-01-01',
    to: null,
    capacity: null,
    floor: null,
    ...given,
  }) as FiledSite
const whole: Dossier = {
  ...{ agencyId: 'a' as AgencyId, names: { km: null, en: 'A' }, version: 1, contacts: [] },
  persons: [person('Dara'), person('Wong', { nationality: 'CN' })],
  roles: [
    role('Dara', { role: 'director' }),
    role('Dara', { role: 'owner', share: 5_100 }),
    role('Wong', { role: 'owner', share: 4_900 }),
  ],
  sites: [site({}), site({ kind: 'dormitory', capacity: 25, floor: 100 })],
}
const check = (given: Partial<Dossier>, by = rules) => checkFile({ ...whole, ...given }, by, today)
const withShares = (dara: number, wong: number) => [
  role('Dara', { role: 'director' }),
  role('Dara', { role: 'owner', share: dara }),
  role('Wong', { role: 'owner', share: wong }),
]

describe('what an officer is told of a file', () => {
  it('says nothing where everything adds up', () => expect(check({})).toEqual([]))

  it('says what is missing or does not add up', () => {
    expect(check({ roles: withShares(5_099, 4_901) })).toEqual(['khmer-share-short'])
    expect(check({ roles: withShares(5_100, 4_800) })).toEqual(['shares-below-100'])
    expect(check({ roles: [] })).toEqual(['shares-unknown', 'no-director'])
    expect(check({ sites: [site({ kind: 'dormitory', capacity: 26, floor: 100 })] })).toEqual([
      'dormitory-too-full',
      'no-head-office',
    ])
    expect(check({ sites: [site({}), site({ kind: 'dormitory' })] })).toEqual([
      'dormitory-unmeasured',
    ])
    const young = person('Dara', { birth: '2001-11-21' as Day })
    expect(check({ persons: [young, whole.persons[1]!] })).toEqual(['director-too-young'])
    expect(check({ persons: [person('Dara', { birth: null }), whole.persons[1]!] })).toEqual([
      'director-age-unknown',
    ])
  })

  it('shows as unknown what no rule says, and blames nobody by it', () => {
    expect(check({ roles: withShares(1_000, 9_000) }, unknown)).toEqual([
      'director-age-rule-unknown',
      'dormitory-rule-unknown',
    ])
  })

  it('does not count who has left or has not come', () => {
    const left = role('Wong', { role: 'owner', share: 4_900, to: '2026-11-19' as Day })
    expect(check({ roles: [...whole.roles.slice(0, 2), left] })).toEqual(['shares-below-100'])
  })
})

describe('what is refused', () => {
  const asked = (given: Partial<ProposedRole>): ProposedRole => ({
    ...{ kind: 'role', personId: null, person: person('Sok'), role: 'staff', share: null },
    ...{ country: null, province: null, from: today },
    ...given,
  })
  const answer = (given: Partial<ProposedRole>, by = rules) => {
    const found = checkProposal(asked(given), { file: whole, rules: by, today })
    return found.ok ? null : found.refusal
  }

  it('is a role that cannot be', () => {
    expect(answer({})).toBeNull()
    expect(answer({ role: 'owner' })).toBe('agency.share-missing')
    expect(answer({ role: 'owner', share: 1 })).toBe('agency.shares-over-100')
    expect(answer({ role: 'representative' })).toBe('agency.country-missing')
    expect(answer({ personId: 'nobody' as PersonId })).toBe('agency.subject-gone')
    expect(answer({ role: 'director', personId: 'Dara' as PersonId })).toBe('agency.role-twice')
    expect(answer({ person: person('', { names: { km: null, en: null } }) })).toBe(
      'agency.nothing-known',
    )
    expect(answer({ person: person('Sok', { birth: '2026-11-21' as Day }) })).toBe(
      'agency.born-later',
    )
  })

  it('is a director below age on the day, and never by an unknown rule or day', () => {
    const of = (birth: Day | null, by = rules) =>
      answer({ role: 'director', person: person('Sok', { birth }) }, by)
    expect(of('2001-11-21' as Day)).toBe('agency.director-too-young')
    expect(of('2001-11-20' as Day)).toBeNull()
    expect(of('2020-01-01' as Day, unknown)).toBeNull()
    expect(of(null)).toBeNull()
  })

  it('is an end before the beginning, or of what has ended', () => {
    const end = (subject: string, to: string) => {
      const content = { kind: 'role-end', subject, to: to as Day } as const
      const found = checkProposal(content, { file: whole, rules, today })
      return found.ok ? null : found.refusal
    }
    expect(end('Dara director', '2019-12-31')).toBe('agency.ends-before-it-begins')
    expect(end('Dara director', '2020-01-01')).toBeNull()
    expect(end('Dara staff', '2020-01-01')).toBe('agency.subject-gone')
  })

  it('counts full years: of a 29 February only on 1 March', () => {
    expect(yearsOn('2004-02-29' as Day, '2025-02-28' as Day)).toBe(20)
    expect(yearsOn('2004-02-29' as Day, '2025-03-01' as Day)).toBe(21)
  })
})

describe('records that may be one person', () => {
  const plain = (text: string) => text.toLowerCase()
  const of = (id: string, name: string, given: Partial<AgencyPerson> = {}) => ({
    ...person(id, { birth: null, ...given }),
    sounds: nameSounds([name], plain),
  })
  const pair = (a: ReturnType<typeof of>, b: ReturnType<typeof of>) => findAlike([a, b])[0]?.reasons

  it('share a number, or two parts of a name in any order and with other vowels', () => {
    expect(pair(of('a', 'Sok Dara'), of('b', 'Chan Visal'))).toBeUndefined()
    expect(pair(of('a', 'Sok Dara'), of('b', 'Sok Visal'))).toBeUndefined()
    expect(pair(of('a', 'Sok Dara'), of('b', 'Dora Suk'))).toEqual(['name'])
    expect(pair(of('a', 'X', { identity: '1' }), of('b', 'Y', { identity: '1' }))).toEqual([
      'identity',
    ])
    expect(pair(of('a', 'X', { phone: '1' }), of('b', 'Y', { phone: '1' }))).toEqual(['phone'])
    const born = { birth: '1980-01-01' as Day }
    expect(pair(of('a', 'Sok Dara', born), of('b', 'Sok Doro', born))).toEqual(['name-and-birth'])
  })

  it('are two people where both numbers are known and differ', () => {
    const [a, b] = [of('a', 'Sok Dara', { identity: '1' }), of('b', 'Sok Dara', { identity: '2' })]
    expect(pair(a, b)).toBeUndefined()
  })

  it('are not shown again once judged the same', () => {
    const [a, b] = [of('a', 'Sok Dara'), of('b', 'Sok Dara', { sameAs: 'a' as PersonId })]
    expect(pair(a, b)).toBeUndefined()
  })
})
