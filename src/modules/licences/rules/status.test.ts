import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import type { AgencyId, Warning } from '../../agencies/index.ts'
import { type Placed, statusOn } from './status.ts'

const today = '2026-11-20' as Day
const yesterday = '2026-11-19' as Day
const placed = (licence: Partial<Placed['licence']> = {}, to: Day | null = null): Placed => ({
  ...{ place: 1, to },
  licence: {
    ...{ status: 'granted', validFrom: '2025-01-01' as Day, validTo: '2027-12-31' as Day },
    ...{ suspension: null, endedOn: null, ...licence },
  },
})
const warning = (part: Partial<Warning> = {}): Warning => ({
  ...{ agencyId: 'a' as AgencyId, on: yesterday, reason: 'recruits-without-licence', source: 'x' },
  ...{ sourceUrl: null, endsOn: null, appealUntil: null, appeal: 'none', ...part },
})
const suspension = (until: Day | null) => ({
  status: 'suspended' as const,
  suspension: { since: yesterday, until, condition: until ? null : ('workers-repaid' as const) },
})

describe('what the list says of an authorisation', () => {
  it.each([
    ['valid', 'a licence in force', placed()],
    [
      'valid',
      'one that has not begun: the code says so itself',
      placed({ validFrom: '2026-12-01' as Day }),
    ],
    ['valid', 'a country through its last day', placed({}, today)],
    ['ended', 'a country after its last day', placed({}, yesterday)],
    [
      'ended',
      'a licence that ran out before anybody wrote it down',
      placed({ validTo: yesterday }),
    ],
    ['ended', 'one that expired', placed({ status: 'expired', endedOn: yesterday })],
    ['ended', 'one that was only applied for', placed({ status: 'applied', validFrom: null })],
    ['revoked', 'one that was revoked', placed({ status: 'revoked', endedOn: yesterday })],
    [
      'surrendered',
      'one that was given back',
      placed({ status: 'surrendered', endedOn: yesterday }),
    ],
    ['suspended', 'one under a condition', placed(suspension(null))],
    ['suspended', 'one through the last day of its term', placed(suspension(today))],
    ['valid', 'one after that day, before the job ran', placed(suspension(yesterday))],
    [
      'revoked',
      'a revoked one, whatever its country’s days',
      placed({ status: 'revoked', endedOn: yesterday }, yesterday),
    ],
  ])('%s: %s', (status, _name, of) => {
    expect(statusOn(of, [], today)).toBe(status)
  })

  it.each([
    ['warned', 'a warning in force', warning()],
    ['valid', 'one that begins tomorrow', warning({ on: '2026-11-21' as Day })],
    ['valid', 'one that an appeal lifted', warning({ appeal: 'lifted' })],
    ['valid', 'one that ended', warning({ endsOn: yesterday })],
  ])('%s with %s', (status, _name, told) => {
    expect(statusOn(placed(), [told], today)).toBe(status)
  })
})
