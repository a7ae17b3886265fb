import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../days.ts'
import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts'
import { makeSigned, readSigned } from './cose.ts'
import { packWords, unpackWords } from './short-words.ts'
import {
  decodeList,
  encodeList,
  packStatuses,
  type Status,
  statusAt,
  statusListType,
  statusNumbers,
} from './status-list.ts'
import { fromText, toText } from './text-form.ts'
import { decodeToken, encodeToken, type Token } from './token.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

describe('CBOR', () => {
  // Appendix A of RFC 8949.
  it.each<[Cbor, string]>([
    [0, '00'],
    [23, '17'],
    [24, '1818'],
    [1000, '1903e8'],
    [1000000, '1a000f4240'],
    [1000000000000, '1b000000e8d4a51000'],
    [-1, '20'],
    [-100, '3863'],
    [null, 'f6'],
    ['IETF', '6449455446'],
    ['ü', '62c3bc'],
    [bytes('01020304'), '4401020304'],
    [[1, [2, 3], [4, 5]], '8301820203820405'],
    [
      new Map([
        [1, 2],
        [3, 4],
      ]),
      'a201020304',
    ],
  ])('writes and reads %j as everybody does', (value, written) => {
    expect(hex(encodeCbor(value))).toBe(written)
    expect(decodeCbor(bytes(written))).toEqual({ tags: [], value })
  })

  it.each([
    ['nothing', ''],
    ['a list that breaks off', '8301'],
    ['words that break off', '64494554'],
    ['more than one value', '0000'],
    ['a list of more than there is', '9b001fffffffffffff'],
    ['bytes of no end', '5f42010243030405ff'],
    ['a map that names one thing twice', 'a201020103'],
    ['what is no UTF-8', '62c328'],
    ['lists in lists in lists', '81'.repeat(40)],
  ])('takes %s for nothing', (_name, written) => {
    expect(decodeCbor(bytes(written))).toBeNull()
  })

  it('never fails on what somebody made up', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (some) => void decodeCbor(some)))
  })
})

describe('bytes as text', () => {
  it('come back, whatever they are, and need no sign that an address cannot have', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (some) => {
        const text = toText(some)
        expect(text).toMatch(/^[0-9A-Z$*+\-/]*$/)
        expect(fromText(text)).toEqual(some)
      }),
    )
  })

  it.each(['A', '///', '//', 'ab1', 'ក'])('are not read from %s', (text) => {
    expect(fromText(text)).toBeNull()
  })
})

describe('a name', () => {
  it('in Khmer takes one byte a letter', () => {
    expect(encodeCbor(packWords('ក្រុមហ៊ុន គំរូ ១'))).toHaveLength(17)
  })

  it('comes back, in whatever script', () => {
    const khmer = fc.string({
      unit: fc.integer({ min: 0x1780, max: 0x17ff }).map((code) => String.fromCodePoint(code)),
    })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), khmer), (words) => {
        expect(unpackWords(packWords(words))).toBe(words)
      }),
    )
  })
})

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const signing = (covered: Uint8Array) =>
  Uint8Array.from(sign('sha256', covered, { key: privateKey, dsaEncoding: 'ieee-p1363' }))
const isRight = (token: Uint8Array, key = publicKey): boolean | null => {
  const read = readSigned(token)
  return read && verify('sha256', read.covered, { key, dsaEncoding: 'ieee-p1363' }, read.signature)
}

describe('COSE_Sign1', () => {
  it('is read as others write it: the example of RFC 8392', () => {
    const token = bytes(
      'd28443a10126a104524173796d6d657472696345434453413235365850a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c57209120e1c9e30',
    )
    const key = createPublicKey({
      format: 'jwk',
      key: {
        ...{ kty: 'EC', crv: 'P-256' },
        x: Buffer.from(
          '143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f',
          'hex',
        ).toString('base64url'),
        y: Buffer.from(
          '60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9',
          'hex',
        ).toString('base64url'),
      },
    })

    expect(isRight(token, key)).toBe(true)
    token[90] = (token[90] ?? 0) ^ 1
    expect(isRight(token, key)).toBe(false)
  })

  it('is right as it was signed, and not with any one bit changed, added or cut off', () => {
    const token = makeSigned({ keyId: Uint8Array.of(1), payload: encodeToken(aToken) }, signing)

    expect(isRight(token)).toBe(true)
    for (let at = 0; at < token.length; at++) {
      const changed = Uint8Array.from(token)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      expect(isRight(changed) === true && hex(changed)).toBe(false)
    }
    expect(readSigned(token.subarray(0, -1))).toBeNull()
    expect(readSigned(Uint8Array.from([...token, 0]))).toBeNull()
  })
})

const aToken: Token = {
  ...{ kind: 'licence', number: 'DEMO-001', names: { km: 'គំរូ', en: 'Sample' } },
  ...{ destination: 'TH', sector: 'general', from: '2025-01-01' as Day, to: '2027-12-31' as Day },
  ...{ issuedOn: '2026-11-20' as Day, place: 123_456 },
}

describe('what a token says', () => {
  it.each<[string, Partial<Token>]>([
    ['all of it', {}],
    ['no end and one name', { to: null, names: { km: null, en: 'Sample' } }],
    ['a card without a country', { kind: 'card', destination: null, sector: null }],
  ])('comes back: %s', (_name, part) => {
    expect(decodeToken(encodeToken({ ...aToken, ...part }))).toEqual({ ...aToken, ...part })
  })

  const list = decodeCbor(encodeToken(aToken))?.value as readonly Cbor[]
  it.each<[string, readonly Cbor[]]>([
    ['another version', [2, ...list.slice(1)]],
    ['a kind that we do not know', [1, 9, ...list.slice(2)]],
    ['nobody’s name', [...list.slice(0, 3), null, null, ...list.slice(5)]],
    ['a day beyond every calendar', [...list.slice(0, 7), 1e12, ...list.slice(8)]],
    ['no place', [...list.slice(0, 10), -1]],
    ['something more', [...list, 1]],
  ])('is nothing with %s', (_name, changed) => {
    expect(decodeToken(encodeCbor(changed))).toBeNull()
  })
})

describe('the list of statuses', () => {
  const all = Object.keys(statusNumbers) as Status[]
  const statuses = Uint8Array.from([...all, 'valid' as const], (status) => statusNumbers[status])

  it('tells each place its own status, and none beyond its end', () => {
    const packed = packStatuses(statuses)

    expect(all.map((_, place) => statusAt(packed, place))).toEqual(all)
    expect(statusAt(packed, 100)).toBeNull()
  })

  it('takes a number that it does not know for no good sign', () => {
    expect(statusAt(Uint8Array.of(0x97), 0)).toBe('ended')
  })

  it('is what others call a Token Status List, and comes back', () => {
    const claims = {
      address: 'https://become.example/.well-known/token-status',
      issuedAt: new Date('2026-11-20T00:00:00Z'),
      endsAt: new Date('2026-11-21T02:00:00Z'),
      compressed: Uint8Array.of(1, 2, 3),
    }
    const signed = makeSigned(
      { keyId: Uint8Array.of(1), type: statusListType, payload: encodeList(claims) },
      signing,
    )
    const read = readSigned(signed)

    expect(read?.type).toBe('application/statuslist+cwt')
    expect(decodeList(read?.payload ?? new Uint8Array())).toEqual(claims)
    expect(decodeList(encodeToken(aToken))).toBeNull()
  })
})
