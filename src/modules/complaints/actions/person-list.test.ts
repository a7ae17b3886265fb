import { describe, expect, it } from 'vitest'
import { nameKey } from '../../../platform/text/index.ts'
import { mostPersonsAtOnce } from '../rules/new-person.ts'
import { readPersonList } from './person-list.ts'

const defaults = { currency: 'USD', situation: 'unknown' } as const
const read = (text: string, known: readonly string[] = []) =>
  readPersonList(text, defaults, new Set(known.map(nameKey)))

describe('a list of persons', () => {
  it.each([
    ['a sum that is none', 'សុខ ដារា\t010000001\tច្រើន', 'sum', 'form.money.not-a-number'],
    ['a sum below nothing', 'សុខ ដារា\t\t-5', 'sum', 'form.money.negative'],
    ['an enormous sum', 'សុខ ដារា\t\t99999999999999', 'sum', 'form.money.too-large'],
    ['cents of a riel', 'សុខ ដារា\t\t5.25\tKHR', 'sum', 'form.money.no-decimals-in-this-currency'],
    [
      'a currency that nobody knows',
      'សុខ ដារា\t\t5\tABC',
      'currency',
      'cases.list.currency-unknown',
    ],
    ['a line without a name', '\t010000001\t5', 'name', 'cases.list.name-missing'],
    [
      'a place that means nothing',
      'name\twhere\nដារា\tmoon',
      'situation',
      'cases.list.situation-unknown',
    ],
  ])('says beside the line what is wrong: %s', (_, text, column, key) => {
    const { faulty, persons, lines } = read(text)

    expect(faulty).toBe(1)
    expect(persons).toEqual([])
    expect(lines[0]?.problems).toEqual([{ column, key }])
    expect(Object.values(lines[0]?.cells ?? {}).length).toBeGreaterThan(0)
  })

  it('keeps a sum that nobody knows open, which is not zero', () => {
    expect(read('សុខ ដារា').persons[0]?.claims).toEqual([
      { kind: 'sought', minor: null, currency: 'USD' },
    ])
    expect(read('សុខ ដារា\t\t0').persons[0]?.claims[0]?.minor).toBe(0n)
  })

  it('understands a spreadsheet by its heads, in either language and any order', () => {
    const { persons } = read(
      'ភេទ\tឈ្មោះ\tចំនួនប្រាក់\tរូបិយប័ណ្ណ\tស្ថានភាព\nស្រី\tសុខ ដារា\t១,២៥០\tTHB\tនៅបរទេស',
    )

    expect(persons).toEqual([
      {
        ...{ name: 'សុខ ដារា', contact: null, sex: 'female', minor: null, situation: 'abroad' },
        joins: 'not-asked',
        claims: [{ kind: 'sought', minor: 125_000n, currency: 'THB' }],
      },
    ])
  })

  it('takes names alone, line by line, and leaves empty lines out', () => {
    const { persons, lines } = read('សុខ ដារា\n\n  ចាន់ ធី  \n')

    expect(persons.map(({ name }) => name)).toEqual(['សុខ ដារា', 'ចាន់ ធី'])
    expect(lines.map(({ line }) => line)).toEqual([1, 3])
  })

  it('doubts a name that stands twice or is in the case, and still takes it', () => {
    const { lines, persons } = read('សុខ ដារា\nសុខ  ដារា\nចាន់ ធី', ['ចាន់ ធី'])

    expect(lines.map(({ doubts }) => doubts)).toEqual([[], ['twice-in-list'], ['in-case-already']])
    expect(persons).toHaveLength(3)
  })

  it('takes only so many at once', () => {
    const names = Array.from({ length: mostPersonsAtOnce + 1 }, (_, n) => `ឈ្មោះ ${n}`)

    expect(read(names.join('\n')).tooMany).toBe(true)
    expect(read(names.slice(1).join('\n')).tooMany).toBe(false)
  })
})
