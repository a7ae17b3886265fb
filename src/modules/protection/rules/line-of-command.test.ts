import { describe, expect, it } from 'vitest'
import { bodyFor, lineOf, type OfficeInTree } from './line-of-command.ts'

const office = (id: string, superiorId: string | null, province: string | null = null) => ({
  ...{ id, code: id, superiorId, province },
})
const tree: readonly OfficeInTree[] = [
  office('minister', null),
  office('inspectorate', 'minister'),
  office('gdl', 'minister'),
  office('dem', 'gdl'),
  office('abroad', 'dem'),
  office('ministry', 'abroad'),
  office('province-01', 'dem', '01'),
  office('centre-01', 'province-01', '01'),
  office('province-02', 'dem', '02'),
]
const rule = { body: 'inspectorate', outside: 'acu' }

describe('a line of command', () => {
  it.each([
    ['province-01', ['centre-01', 'dem', 'gdl', 'minister', 'province-01']],
    ['ministry', ['abroad', 'dem', 'gdl', 'minister', 'ministry']],
    ['inspectorate', ['inspectorate', 'minister']],
    ['minister', tree.map(({ id }) => id).toSorted()],
  ])('of %s', (id, line) => {
    expect([...lineOf(tree, id)].toSorted()).toEqual(line)
  })

  it('ends where a tree was drawn in a circle', () => {
    expect([...lineOf([office('a', 'b'), office('b', 'a')], 'a')].toSorted()).toEqual(['a', 'b'])
  })
})

describe('a complaint about an official goes', () => {
  it.each([
    [
      'to the inspectorate, from a province',
      ['province-01'],
      rule,
      { inside: true, officeId: 'inspectorate' },
    ],
    [
      'to the inspectorate, while no office is named',
      [],
      rule,
      { inside: true, officeId: 'inspectorate' },
    ],
    ['outside, if about the inspectorate', ['inspectorate'], rule, { inside: false, code: 'acu' }],
    [
      'outside, if about whoever stands above it',
      ['minister'],
      rule,
      { inside: false, code: 'acu' },
    ],
    [
      'outside, if one of several stands above it',
      ['province-01', 'minister'],
      rule,
      { inside: false, code: 'acu' },
    ],
    [
      'outside, while the rule is unknown',
      ['province-01'],
      { body: null, outside: 'acu' },
      { inside: false, code: 'acu' },
    ],
    [
      'nowhere yet, while both are unknown',
      ['province-01'],
      { body: null, outside: null },
      { inside: false, code: null },
    ],
  ])('%s', (_where, named, of, body) => {
    expect(bodyFor(tree, named, of)).toEqual(body)
  })
})
