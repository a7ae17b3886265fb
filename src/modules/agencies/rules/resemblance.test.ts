import { describe, expect, it } from 'vitest'
import { searchKey } from '../../../platform/text/index.ts'
import { distinctive, soundAlike, soundOf } from './resemblance.ts'

const sound = (name: string) => soundOf(searchKey(distinctive(name)))
const alike = (one: string, other: string) => soundAlike(sound(one), sound(other))

describe('two names', () => {
  it.each([
    ['Ripe Mango', 'Ripe Mangoes'],
    ['Ripe Mangos', 'Ripe Mango (Demonstration)'],
    ['Svay Tum', 'ស្វាយទុំ «គំរូ»'],
    ['Svay Toum', 'ស្វាយទុំ'],
    ['Thuren Mas', 'ធូរេនមាស'],
    ['Mongkhut Sros', 'មង្ឃុតស្រស់'],
    ['Rumdul Sa', 'Romdoul Sor'],
    ['Mlis Reatrey', 'Maly Reatrei'],
    ['ធូរេនមាស', 'ធូរេនមាសអាស៊ី'],
    ['Golden Durian Co., Ltd.', 'Golden Durians'],
  ])('are alike: %s and %s', (one, other) => {
    expect(alike(one, other)).toBe(true)
    expect(alike(other, one)).toBe(true)
  })

  it.each([
    ['Ripe Mango (Demonstration)', 'Green Coconut (Demonstration)'],
    ['Demonstration', 'Ambong Banana (Demonstration)'],
    ['គំរូ', 'កុកក្រឹស «គំរូ»'],
    ['ស្វាយទុំ «គំរូ»', 'កុកក្រឹស «គំរូ»'],
    ['Morning Rose Apple', 'Mountain Rose'],
    ['Busy Honeybee', 'Preab Pir'],
    ['Golden Mango Co., Ltd.', 'Clever Sparrow Company Limited'],
  ])('are not alike for what many names share: %s and %s', (one, other) => {
    expect(alike(one, other)).toBe(false)
    expect(alike(other, one)).toBe(false)
  })
})

it('leaves a name that is nothing but a mark as it is', () => {
  expect(distinctive('(Demonstration)')).toBe('(Demonstration)')
  expect(distinctive('Ripe Mango ( demonstration )')).toBe('Ripe Mango')
})
