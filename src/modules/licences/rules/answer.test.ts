import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import type { AgencyId, Warning } from '../../agencies/index.ts'
import { type Answer, answerFor, isLiable, seriousness } from './answer.ts'
import type { Authorisation, Licence, LicenceId } from './licence.ts'
import { type LicenceStatus, licenceStatuses } from './lifecycle.ts'

const today = '2026-06-15' as Day
const yesterday = '2026-06-14' as Day
const tomorrow = '2026-06-16' as Day
const begin = '2024-01-01' as Day

const forCountry = (destination: string, to: Day | null = null): Authorisation => ({
  destination,
  sector: 'general',
  from: begin,
  to,
})

function aLicence(given: Partial<Licence> = {}): Licence {
  return {
    id: 'l' as LicenceId,
    agencyId: 'a' as AgencyId,
    number: 'D-1',
    status: 'granted',
    version: 1,
    prakas: null,
    validFrom: begin,
    validTo: null,
    suspension: null,
    endedOn: null,
    authorisations: [forCountry('TH'), forCountry('MY')],
    ...given,
  }
}

function aWarning(given: Partial<Warning> = {}): Warning {
  return {
    agencyId: 'a' as AgencyId,
    on: begin,
    reason: 'recruits-without-licence',
    source: 'Notice 1',
    sourceUrl: null,
    endsOn: null,
    appealUntil: null,
    appeal: 'none',
    ...given,
  }
}

const ask = (licences: Licence[], destination: string | null = 'TH', warnings: Warning[] = []) =>
  answerFor({ licences, warnings, destination, today })

const untilTomorrow = { since: begin, until: tomorrow, condition: null }
const untilToday = { since: begin, until: today, condition: null }
const untilYesterday = { since: begin, until: yesterday, condition: null }
const untilRepaid = { since: begin, until: null, condition: 'workers-repaid' } as const

describe('is this agency allowed, for Thailand, today', () => {
  it.each<[string, Partial<Licence>, Answer]>([
    ['granted', {}, { kind: 'licensed', destinations: ['TH'] }],
    ['granted, last day today', { validTo: today }, { kind: 'licensed', destinations: ['TH'] }],
    ['granted, first day today', { validFrom: today }, { kind: 'licensed', destinations: ['TH'] }],
    ['granted, begins tomorrow', { validFrom: tomorrow }, { kind: 'not-begun', from: tomorrow }],
    ['granted, ended yesterday', { validTo: yesterday }, { kind: 'expired', on: today }],
    [
      'granted for Malaysia only',
      { authorisations: [forCountry('MY')] },
      { kind: 'other-countries', destinations: ['MY'] },
    ],
    [
      'granted, Thailand ended yesterday',
      { authorisations: [forCountry('TH', yesterday), forCountry('MY')] },
      { kind: 'other-countries', destinations: ['MY'] },
    ],
    [
      'granted, Thailand ends today',
      { authorisations: [forCountry('TH', today)] },
      { kind: 'licensed', destinations: ['TH'] },
    ],
    [
      'granted for no country',
      { authorisations: [] },
      { kind: 'other-countries', destinations: [] },
    ],
    [
      'suspended until tomorrow',
      { status: 'suspended', suspension: untilTomorrow },
      { kind: 'suspended', ...untilTomorrow },
    ],
    [
      'suspended until today',
      { status: 'suspended', suspension: untilToday },
      { kind: 'suspended', ...untilToday },
    ],
    [
      'suspended until yesterday',
      { status: 'suspended', suspension: untilYesterday },
      { kind: 'licensed', destinations: ['TH'] },
    ],
    [
      'suspended until workers are repaid',
      { status: 'suspended', suspension: untilRepaid },
      { kind: 'suspended', ...untilRepaid },
    ],
    [
      'suspended until yesterday and a condition',
      { status: 'suspended', suspension: { ...untilYesterday, condition: 'workers-repaid' } },
      { kind: 'suspended', ...untilYesterday, condition: 'workers-repaid' },
    ],
    [
      'suspended and run out',
      { status: 'suspended', suspension: untilRepaid, validTo: yesterday },
      { kind: 'expired', on: today },
    ],
    ['revoked', { status: 'revoked', endedOn: yesterday }, { kind: 'revoked', on: yesterday }],
    [
      'surrendered',
      { status: 'surrendered', endedOn: yesterday },
      { kind: 'surrendered', on: yesterday },
    ],
    ['expired', { status: 'expired', endedOn: yesterday }, { kind: 'expired', on: yesterday }],
    ['applied', { status: 'applied', validFrom: null }, { kind: 'never-licensed' }],
    ['refused', { status: 'refused', validFrom: null }, { kind: 'never-licensed' }],
  ])('%s', (_, licence, answer) => {
    expect(ask([aLicence(licence)])).toEqual(answer)
  })

  it('names every country when none was asked about', () => {
    expect(ask([aLicence()], null)).toEqual({ kind: 'licensed', destinations: ['MY', 'TH'] })
  })

  it('says of an operator without any licence that it never had one', () => {
    expect(ask([])).toEqual({ kind: 'never-licensed' })
  })

  it('answers by the licence in force when an older one ended', () => {
    const older = aLicence({ status: 'revoked', endedOn: yesterday })
    expect(ask([aLicence(), older])).toEqual({ kind: 'licensed', destinations: ['TH'] })
    expect(ask([older, aLicence()])).toEqual({ kind: 'licensed', destinations: ['TH'] })
  })

  it('tells the latest of several ends', () => {
    const first = aLicence({ status: 'expired', endedOn: begin })
    const second = aLicence({ status: 'revoked', endedOn: yesterday })
    expect(ask([first, second])).toEqual({ kind: 'revoked', on: yesterday })
  })
})

describe('a warning', () => {
  it.each<[string, Partial<Warning>, boolean]>([
    ['without an end', {}, true],
    ['from today', { on: today }, true],
    ['from tomorrow', { on: tomorrow }, false],
    ['that ends today', { endsOn: today }, true],
    ['that ended yesterday', { endsOn: yesterday }, false],
    ['under appeal', { appeal: 'open' }, true],
    ['upheld', { appeal: 'upheld' }, true],
    ['lifted on appeal', { appeal: 'lifted' }, false],
  ])('%s', (_, given, warns) => {
    const warning = aWarning(given)
    expect(ask([], 'TH', [warning]).kind).toBe(warns ? 'warned' : 'never-licensed')
    expect(ask([aLicence()], 'TH', [warning]).kind).toBe(warns ? 'warned' : 'licensed')
  })
})

describe('liability', () => {
  it('stays after a licence ended, whatever the end', () => {
    const table = Object.fromEntries(
      licenceStatuses.map((status) => [status, isLiable(aLicenceIn(status), today)]),
    )
    expect(table).toEqual({
      applied: false,
      refused: false,
      granted: false,
      suspended: false,
      revoked: true,
      expired: true,
      surrendered: true,
    })
    expect(isLiable(aLicence({ validTo: yesterday }), today)).toBe(true)
  })
})

it('reads the graver answer first', () => {
  const warned = ask([], 'TH', [aWarning()])
  expect(seriousness(warned)).toBeGreaterThan(seriousness(ask([aLicence()])))
  expect(seriousness(ask([]))).toBeGreaterThan(seriousness(ask([aLicence()])))
})

const aLicenceIn = (status: LicenceStatus): Licence =>
  aLicence({
    status,
    suspension: status === 'suspended' ? untilRepaid : null,
    endedOn: ['revoked', 'expired', 'surrendered'].includes(status) ? yesterday : null,
  })
