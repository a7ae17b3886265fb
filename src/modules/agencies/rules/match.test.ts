import { expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import type { AgencyId } from './agency.ts'
import { contactMatchKind, decides, matchKinds, nameMatchKind, sortMatches } from './match.ts'

const id = (text: string) => text as AgencyId
const match = (agency: string, by: (typeof matchKinds)[number]) => ({
  agencyId: id(agency),
  by,
  met: by,
})

it('lets only names, numbers and pages in use decide', () => {
  expect(matchKinds.filter((by) => decides(match('a', by)))).toEqual([
    'name',
    'licence-number',
    'phone',
    'page',
  ])
})

it('takes a name that was given up for a resemblance', () => {
  expect(
    ['official', 'spelling', 'trade', 'former'].map((kind) => nameMatchKind(kind as 'former')),
  ).toEqual(['name', 'name', 'name', 'former-name'])
})

it('takes a number that ended, or that nobody has proven, for a resemblance', () => {
  const days = { from: '2024-01-01' as Day, to: '2026-06-15' as Day }
  const phone = { kind: 'phone', ...days, verified: true } as const
  const unproven = { ...phone, verified: false }
  expect(contactMatchKind(unproven, '2026-06-15' as Day)).toBe('unverified-phone')
  expect(contactMatchKind(unproven, '2026-06-16' as Day)).toBe('former-phone')
  expect(contactMatchKind(phone, '2026-06-15' as Day)).toBe('phone')
  expect(contactMatchKind(phone, '2026-06-16' as Day)).toBe('former-phone')
  expect(contactMatchKind({ ...phone, kind: 'page', to: null }, '2030-01-01' as Day)).toBe('page')
})

it('names each record once, under its strongest match, and no more resemblances than wanted', () => {
  const sorted = sortMatches(
    [
      match('a', 'similar-name'),
      match('a', 'phone'),
      match('b', 'similar-name'),
      match('c', 'former-name'),
      match('d', 'similar-name'),
    ],
    2,
  )

  expect(sorted.exact).toEqual([match('a', 'phone')])
  expect(sorted.similar).toEqual([match('c', 'former-name'), match('b', 'similar-name')])
})
