import { type Cbor, type CborMap, decodeCbor, encodeCbor, tagged } from './cbor.ts'

/** ES256: ECDSA on P-256, which the browsers of old telephones know. */
const algorithm = -7
const sign1 = 18
const headerAlgorithm = 1
const headerKey = 4
const headerType = 16

export type Signed = {
  readonly keyId: Uint8Array
  readonly type: string | null
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** What the signature covers. */
  readonly covered: Uint8Array
}
export type ToSign = {
  readonly keyId: Uint8Array
  /** The media type, where it matters what is signed. */
  readonly type?: string
  readonly payload: Uint8Array
}

/** COSE_Sign1 (RFC 9052): what is signed, by which key, and the signature. */
export function makeSigned(
  { keyId, type, payload }: ToSign,
  sign: (covered: Uint8Array) => Uint8Array,
): Uint8Array {
  const header = new Map<number, Cbor>([
    [headerAlgorithm, algorithm],
    [headerKey, keyId],
  ])
  if (type !== undefined) header.set(headerType, type)
  const protectedPart = encodeCbor(header)
  const signature = sign(coveredBy(protectedPart, payload))
  return tagged(sign1, [protectedPart, new Map(), payload, signature])
}

const coveredBy = (protectedPart: Uint8Array, payload: Uint8Array): Uint8Array =>
  encodeCbor(['Signature1', protectedPart, new Uint8Array(), payload])

/** Null for what is no COSE_Sign1 of the one algorithm that we take; nothing is checked yet. */
export function readSigned(bytes: Uint8Array): Signed | null {
  const read = decodeCbor(bytes)
  if (!read || read.tags.some((tag) => tag !== sign1) || !Array.isArray(read.value)) return null
  const [protectedPart, open, payload, signature, more] = read.value as readonly Cbor[]
  if (!isBytes(protectedPart) || !isBytes(payload) || !isBytes(signature)) return null
  if (!(open instanceof Map) || more !== undefined || signature.length !== 64) return null
  const header = decodeCbor(protectedPart)?.value
  if (!(header instanceof Map) || header.get(headerAlgorithm) !== algorithm) return null
  const keyId = (header as CborMap).get(headerKey) ?? (open as CborMap).get(headerKey)
  if (!isBytes(keyId)) return null
  const type = header.get(headerType)
  const covered = coveredBy(protectedPart, payload)
  return { keyId, type: typeof type === 'string' ? type : null, payload, signature, covered }
}

const isBytes = (value: Cbor | undefined): value is Uint8Array => value instanceof Uint8Array

/** How the published list of keys calls the key of this id. */
export const keyNameOf = (id: Uint8Array): string =>
  [...id].reduce((number, byte) => number * 256 + byte, 0).toString()
