import { describe, expect, it } from 'vitest'
import { demonstrationName } from './names.ts'

describe('the names of the demonstration', () => {
  it('are three thousand different ones, each with the family name of a sample', () => {
    const names = Array.from({ length: 3000 }, (_, number) => demonstrationName(number))

    expect(new Set(names).size).toBe(3000)
    expect(names.every((name) => name.startsWith('គំរូ '))).toBe(true)
  })
})
