import { expect, it } from 'vitest'
import { csvText } from './csv.ts'

it('keeps Khmer, quotes what has to be, and makes no formula of anybody’s words', () => {
  const text = csvText([
    ['ឈ្មោះ', 'words'],
    ['ស្វាយ, ទុំ', '=1+1'],
    ['+855', '@me'],
  ])

  expect(text).toBe("\uFEFFឈ្មោះ,words\n\"ស្វាយ, ទុំ\",'=1+1\n'+855,'@me\n")
})
