import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import type { AgencyId, RegisterEntry } from '../../agencies/index.ts'
import type { Licence, LicenceId } from './licence.ts'
import { planRegister, type RegisterRow, type StandingRegister } from './register-plan.ts'

const mango: RegisterEntry = {
  id: 'a-1' as AgencyId,
  kind: 'agency',
  names: { km: 'ស្វាយទុំ', en: 'Ripe Mango' },
  nameKeys: ['svay', 'ripemango'],
  contacts: [{ kind: 'phone', shown: '010 000 100', key: '+85510000100' }],
  office: { province: '12', km: 'ផ្លូវ ១', en: 'Street 1' },
}
const licence: Licence = {
  ...{ id: 'l-1' as LicenceId, agencyId: mango.id, number: 'L 1', status: 'granted', version: 3 },
  ...{ prakas: null, validFrom: '2025-01-01' as Day, validTo: '2027-12-31' as Day },
  ...{ suspension: null, endedOn: null },
  authorisations: [{ destination: 'TH', sector: 'general', from: '2025-01-01' as Day, to: null }],
}
const asItStands: RegisterRow = {
  ...{ line: 2, number: 'L 1', numberKey: 'l1', names: mango.names, nameKeys: mango.nameKeys },
  ...{ otherNames: [], authorised: [{ destination: 'TH', sector: 'general' }], prakas: null },
  ...{ validFrom: '2025-01-01' as Day, validTo: '2027-12-31' as Day },
  ...{ contacts: mango.contacts, office: mango.office },
}
const another: RegisterRow = {
  ...asItStands,
  ...{ line: 3, number: 'L 2', numberKey: 'l2', nameKeys: ['other'] },
  names: { km: null, en: 'Other' },
}

const register = (...agencies: RegisterEntry[]): StandingRegister => ({
  licences: new Map([['l1', licence]]),
  agencies: new Map(agencies.map((agency) => [agency.id, agency])),
  byName: new Map(
    agencies.flatMap((agency) =>
      agency.nameKeys.map((key) => [
        key,
        agencies.filter(({ nameKeys }) => nameKeys.includes(key)),
      ]),
    ),
  ),
})
const standing = register(mango)
const plan = (rows: readonly RegisterRow[], on = standing) => planRegister(rows, on)
const problemsOf = (rows: readonly RegisterRow[], on = standing) =>
  plan(rows, on).findings.flatMap((found) =>
    found.kind === 'problem' ? [[found.line, found.column, found.message.key]] : [],
  )

describe('a register that is brought in', () => {
  it.each([
    ['an ended licence', { ...licence, status: 'revoked' as const }, 'licence-ended'],
    ['another first day', { ...licence, validFrom: '2024-01-01' as Day }, 'begins-otherwise'],
  ])('leaves to an officer: %s', (_what, known, key) => {
    const on = { ...standing, licences: new Map([['l1', known]]) }

    expect(problemsOf([asItStands], on).map(([, , message]) => message)).toEqual([
      `imports.problem.${key}`,
    ])
    expect(plan([asItStands], on).steps).toEqual([])
  })

  it('names the second of two lines with one number', () => {
    expect(problemsOf([asItStands, { ...another, numberKey: 'l1' }])).toEqual([
      [3, 'number', 'imports.problem.number-twice'],
    ])
  })

  it('gives no licence to a name that people are warned of, or that two have', () => {
    const warned = {
      ...mango,
      id: 'a-2' as AgencyId,
      kind: 'unlicensed' as const,
      nameKeys: ['other'],
    }
    const twin = { ...mango, id: 'a-3' as AgencyId, nameKeys: ['other'] }

    expect(problemsOf([another], register(mango, warned))).toEqual([
      [3, 'nameLatin', 'imports.problem.name-warned-of'],
    ])
    expect(
      problemsOf([another], register(mango, twin, { ...twin, id: 'a-4' as AgencyId })),
    ).toEqual([[3, 'nameLatin', 'imports.problem.name-of-several']])
  })

  it('changes nothing where nothing differs, whatever cells are empty or written otherwise', () => {
    const silent = { ...asItStands, validTo: null, contacts: [], office: null }
    const shown = { ...asItStands, contacts: [{ ...mango.contacts[0]!, shown: '+855 10 000 100' }] }
    const inOneScript = { ...asItStands, names: { km: null, en: 'Ripe Mango' } }

    for (const row of [asItStands, silent, shown, inOneScript])
      expect(plan([row])).toEqual({ findings: [], unchanged: 1, steps: [] })
  })

  it('shows each field that differs, before and after', () => {
    const row: RegisterRow = {
      ...asItStands,
      names: { km: 'ស្វាយខ្ចី', en: null },
      authorised: [
        { destination: 'MY', sector: 'domestic-work' },
        { destination: 'TH', sector: 'general' },
      ],
      validTo: '2028-12-31' as Day,
      contacts: [{ kind: 'phone', shown: '010 000 999', key: '+85510000999' }],
      office: { province: '08', km: 'ផ្លូវ ២', en: 'Street 2' },
    }

    const { findings, steps } = plan([row])

    expect(findings).toEqual([
      {
        ...{ kind: 'changed', line: 2, subject: 'L 1' },
        changes: [
          { field: 'names', from: 'ស្វាយទុំ / Ripe Mango', to: 'ស្វាយខ្ចី / Ripe Mango' },
          { field: 'destinations', from: 'TH', to: 'MY:domestic-work TH' },
          { field: 'validTo', from: '2027-12-31', to: '2028-12-31' },
          { field: 'contacts', from: '010 000 100', to: '010 000 999' },
          { field: 'office', from: '12, ផ្លូវ ១, Street 1', to: '08, ផ្លូវ ២, Street 2' },
        ],
      },
    ])
    expect(steps).toMatchObject([
      { kind: 'changed', fields: ['names', 'destinations', 'validTo', 'contacts', 'office'] },
    ])
  })

  it('says of a new number whether the agency is known, and what is not in the file', () => {
    const renewed = { ...another, nameKeys: ['ripemango'] }

    const { findings, steps } = plan([renewed])

    expect(findings.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['new', 'L 2'],
      ['absent', 'L 1'],
    ])
    expect(steps).toMatchObject([{ kind: 'new', agency: { id: 'a-1' } }])
    expect(plan([another]).steps).toMatchObject([{ kind: 'new', agency: null }])
  })
})
