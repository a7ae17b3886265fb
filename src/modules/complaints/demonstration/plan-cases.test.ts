import { describe, expect, it } from 'vitest'
import { type PlanFacts, planCases } from './plan-cases.ts'

const now = new Date('2026-11-20T03:00:00Z')
const names = { km: 'ឈ្មោះ', en: 'Name' }
const facts: PlanFacts = {
  now,
  seed: 7,
  categories: ['leaving', 'wages', 'safety'].map((group) => ({
    ...{ code: group, group, groupNames: names, names },
    retired: false,
    sensitive: group === 'safety',
  })),
  provinces: ['01', '02', '12'],
  agencies: ['a', 'b', 'c'].map((id) => ({ id, name: id })),
  personName: (number) => `គំរូ ${number}`,
  dueToday: { 'complaint.first_answer_hours': null, 'complaint.resolve_days': null },
}

describe('the plan of the demonstration', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planCases(facts)).toEqual(planCases(facts))
    expect(planCases({ ...facts, seed: 8 })).not.toEqual(planCases(facts))
  })

  it('lets everything happen in order and before now, at whatever hour the first start is', () => {
    for (let hour = 0; hour < 24 * 7; hour += 5) {
      const at = new Date(now.getTime() + hour * 3_600_000)
      for (const { receivedAt, steps } of planCases({ ...facts, now: at })) {
        const times = [receivedAt, ...steps.map((step) => step.at), at].map((each) => +each)
        expect(times.every((time, i) => i === 0 || time > (times[i - 1] ?? 0))).toBe(true)
      }
    }
  })

  it('reaches two years back', () => {
    const first = planCases(facts)[0]?.receivedAt ?? now

    expect(first < new Date('2025-02-01')).toBe(true)
    expect(first > new Date('2024-06-01')).toBe(true)
  })

  it('lets nobody enter an anonymous complaint for somebody else', () => {
    const anonymous = planCases(facts).filter(({ complaint }) => complaint.openness === 'anonymous')

    expect(anonymous.length).toBe(61)
    expect(anonymous.every(({ door }) => door === 'web')).toBe(true)
  })
})
