import { describe, expect, it } from 'vitest'
import { ok, refuse } from '../../../kernel/result.ts'
import { checkOffice, type KnownOffice, type OfficeContent } from './office-change.ts'

const names = { km: 'ការិយាល័យ', en: 'Office' }
const anOffice = (code: string, superior: string | null, over: Partial<KnownOffice> = {}) => ({
  ...{ code, kind: 'bureau', names, province: null, superior },
  ...over,
})
const offices = [
  anOffice('ministry', null, { kind: 'ministry' }),
  anOffice('department', 'ministry', { kind: 'department' }),
  anOffice('bureau', 'department'),
  anOffice('pdolvt-01', 'ministry', { kind: 'provincial', province: '01' }),
]
const aChange = (over: Partial<OfficeContent> = {}): OfficeContent => ({
  ...{ code: 'bureau', kind: 'bureau', names, province: null, superior: 'ministry' },
  was: { names, superior: 'department' },
  ...over,
})
const aNew = (over: Partial<OfficeContent> = {}): OfficeContent =>
  aChange({ code: 'appeals', was: null, ...over })

describe('a change of an office is refused', () => {
  it.each([
    ['of an office that is not there', aChange({ code: 'x' }), 'no-such-office'],
    ['under an office that is not there', aChange({ superior: 'x' }), 'no-such-office'],
    [
      'that somebody has changed meanwhile',
      aChange({ was: { names, superior: 'ministry' } }),
      'changed-meanwhile',
    ],
    ['under itself', aChange({ superior: 'bureau' }), 'office-stands-above-itself'],
    [
      'under one that stands under it',
      aChange({ code: 'department', superior: 'bureau', was: { names, superior: 'ministry' } }),
      'office-stands-above-itself',
    ],
    ['that changes nothing', aChange({ superior: 'department' }), 'nothing-changes'],
    ['that adds what is there', aNew({ code: 'bureau' }), 'office-code-taken'],
    ['that adds a bureau with a province', aNew({ province: '01' }), 'office-province-wrong'],
    [
      'that adds a provincial department without its province',
      aNew({ kind: 'provincial' }),
      'office-province-wrong',
    ],
    [
      'that adds a second department to a province',
      aNew({ kind: 'provincial', province: '01' }),
      'province-has-its-office',
    ],
  ] as const)('%s', (_what, content, refusal) => {
    expect(checkOffice(offices, content)).toEqual(refuse(refusal))
  })
})

it('is renamed, put under another, or added', () => {
  expect(checkOffice(offices, aChange())).toEqual(ok(null))
  expect(checkOffice(offices, aNew())).toEqual(ok(null))
  expect(checkOffice(offices, aNew({ kind: 'provincial', province: '02' }))).toEqual(ok(null))
})
