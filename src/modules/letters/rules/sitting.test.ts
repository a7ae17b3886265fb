import { expect, it } from 'vitest'
import { passedOne, placeIn, type Sitting } from './sitting.ts'

const row = (...ids: string[]) => ids.map((id) => ({ id }))
const begin: Sitting = { passed: 0, signed: 0 }
const place = (ids: string[], id: string, sitting: Sitting) => {
  const found = placeIn(row(...ids), id, sitting)
  return found && [found.number, found.of, found.next?.id ?? null]
}

it('has no place for a letter that left the row', () => {
  expect(place(['a', 'b'], 'c', begin)).toBeNull()
})

it('counts what was signed and what was skipped alike, to the end of the row', () => {
  expect(place(['a', 'b', 'c'], 'a', begin)).toEqual([1, 3, 'b'])
  const skipped = passedOne(begin, false)
  expect(place(['a', 'b', 'c'], 'b', skipped)).toEqual([2, 3, 'c'])
  const signed = passedOne(skipped, true)
  expect(place(['a', 'c'], 'c', signed)).toEqual([3, 3, null])
  expect(passedOne(signed, true)).toEqual({ passed: 3, signed: 2 })
})

it('grows with what comes meanwhile', () => {
  expect(place(['b', 'c', 'd'], 'b', passedOne(begin, true))).toEqual([2, 4, 'c'])
})
