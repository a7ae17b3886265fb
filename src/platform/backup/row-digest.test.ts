import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeRowDigest } from './row-digest.ts'

function digestOf(...chunks: readonly string[]) {
  const digest = makeRowDigest()
  for (const chunk of chunks) digest.update(Buffer.from(chunk))
  return digest.result()
}

it('tells every changed, missing and repeated row', () => {
  const digests = ['a\tb\nc\td\n', 'a\tb\nc\te\n', 'a\tb\n', 'a\tb\na\tb\n', 'c\td\n', ''].map(
    (text) => digestOf(text).digest,
  )

  expect(new Set(digests).size).toBe(6)
  expect(digestOf('a\n\nb\n').rows).toBe(3)
})

it('is the same in any order of the rows and any pieces of the stream', () => {
  const rows = fc.array(fc.string({ maxLength: 9 }).map((text) => text.replaceAll('\n', '')))
  fc.assert(
    fc.property(rows, fc.nat(60), (given, cut) => {
      const text = given.map((row) => `${row}\n`).join('')
      const bytes = Buffer.from(text)
      const turned = [...given]
        .reverse()
        .map((row) => `${row}\n`)
        .join('')
      const pieces = makeRowDigest()
      pieces.update(bytes.subarray(0, cut))
      pieces.update(bytes.subarray(cut))

      expect(pieces.result()).toEqual(digestOf(text))
      expect(digestOf(turned)).toEqual(digestOf(text))
    }),
  )
})
