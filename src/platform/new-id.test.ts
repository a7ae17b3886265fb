import { expect, it } from 'vitest'
import { isUuid } from '../kernel/ids.ts'
import { newId } from './new-id.ts'

it('ids follow one another, however many are made at one moment', () => {
  const ids = Array.from({ length: 20_000 }, () => newId<string>())

  expect(ids.every(isUuid)).toBe(true)
  expect(ids.every((id) => /^[0-9a-f-]{14}7[0-9a-f]{3}-[89ab]/.test(id))).toBe(true)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
