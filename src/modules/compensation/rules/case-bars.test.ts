import { describe, expect, it } from 'vitest'
import type { Day } from '../../../kernel/days.ts'
import { barFactsOfCase } from './case-bars.ts'

const known = (changed: Partial<Parameters<typeof barFactsOfCase>[0]>) =>
  barFactsOfCase(
    {
      ...{ country: 'TH', month: null, categories: [], claimed: [] },
      ...{ aroseOn: null, notSettledOn: null, receivedOn: '2026-11-20' as Day, ...changed },
    },
    {},
  )

describe('what a case says of its time bars', () => {
  it.each([
    [['wage_unpaid'], [], ['wages']],
    [['injury', 'wage_unpaid'], [], ['wages', 'injury']],
    [['death'], [], ['death']],
    [['death_benefit'], [], ['death']],
    [['fee_overcharge'], [], ['other']],
    [['fee_overcharge'], ['injury'], ['injury']],
    [['other'], ['wages', 'death'], ['wages', 'death']],
  ] as const)('%o claiming %o', (categories, claimed, topics) => {
    expect(known({ categories, claimed }).topics).toEqual(topics)
  })

  it('takes the complaint itself for filed on the day of its receipt', () => {
    expect(known({}).filedOn).toEqual({ 'KH.complaint': '2026-11-20' })
  })

  it('counts from the first of the month where no day is known, and says so', () => {
    expect(known({ month: '2026-03' })).toMatchObject({ happenedOn: '2026-03-01', isExact: false })
    expect(known({ month: '2026-03', aroseOn: '2026-03-17' as Day })).toMatchObject({
      ...{ happenedOn: '2026-03-17', isExact: true },
    })
    expect(known({})).toMatchObject({ happenedOn: null })
  })
})
