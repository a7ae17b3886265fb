/// <reference lib="dom" />
import { keyNameOf, readSigned, type Signed } from '../../../kernel/tokens/cose.ts'
import type { Known, ListKnown, Signature } from '../../../kernel/tokens/judge.ts'
import { decodeList, statusAt, statusListType } from '../../../kernel/tokens/status-list.ts'

/** What this telephone knows of the ministry: its keys, its last list, and perhaps the time. */
export type Published = {
  readonly keys: readonly JsonWebKey[]
  readonly withdrawn: readonly string[]
  readonly keysAsOf: Date | null
  readonly list: (Omit<ListKnown, 'status'> & { readonly packed: Uint8Array }) | null
  /** By how much this telephone's clock is wrong; null where nobody told us the time just now. */
  readonly clockIsOffBy: number | null
}

const nothing: Published = {
  ...{ keys: [], withdrawn: [], keysAsOf: null, list: null, clockIsOffBy: null },
}

/** From the network, or as the service worker kept it. */
export async function fetchPublished(addresses: {
  readonly keys: string
  readonly list: string
}): Promise<Published> {
  const answer = await found(addresses.keys)
  if (!answer) return nothing
  const { asOf, keys, withdrawn } = (await answer.json()) as {
    asOf: string
    keys: (JsonWebKey & { kid: string })[]
    withdrawn: string[]
  }
  const keysAsOf = new Date(asOf)
  const isKept = answer.headers.get('x-kept') !== null
  const clockIsOffBy = isKept ? null : keysAsOf.getTime() - Date.now()
  const known = { keys, withdrawn, keysAsOf, clockIsOffBy, list: null }
  return { ...known, list: await readList(known, await found(addresses.list)) }
}

async function found(address: string): Promise<Response | null> {
  try {
    const answer = await fetch(address)
    return answer.ok ? answer : null
  } catch {
    return null
  }
}

/** Null for a list that is not signed with a key that holds, or that this browser cannot unpack. */
async function readList(known: Published, answer: Response | null): Promise<Published['list']> {
  if (!answer || !('DecompressionStream' in window)) return null
  const signed = readSigned(new Uint8Array(await answer.arrayBuffer()))
  if (!signed || signed.type !== statusListType) return null
  if ((await signatureOf(known, signed)) !== 'right') return null
  const claims = decodeList(signed.payload)
  if (!claims) return null
  const stream = new Blob([new Uint8Array(claims.compressed)]).stream()
  const unpacked = stream.pipeThrough(new DecompressionStream('deflate'))
  const packed = new Uint8Array(await new Response(unpacked).arrayBuffer())
  return { issuedAt: claims.issuedAt, endsAt: claims.endsAt, packed }
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** Whether a signature is of one of the keys that we know. */
export async function signatureOf(known: Published, signed: Signed): Promise<Signature> {
  const name = keyNameOf(signed.keyId)
  if (known.withdrawn.includes(name)) return 'key-withdrawn'
  const jwk = known.keys.find((key) => (key as { kid?: string }).kid === name)
  if (!jwk) return 'key-unknown'
  const { kty = '', crv = '', x = '', y = '' } = jwk
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify'])
  const [signature, covered] = [signed.signature, signed.covered].map((one) => new Uint8Array(one))
  const how = { name: 'ECDSA', hash: 'SHA-256' }
  const isRight = await crypto.subtle.verify(
    how,
    key,
    signature as BufferSource,
    covered as BufferSource,
  )
  return isRight ? 'right' : 'wrong'
}

/** What is known here and now of the status at a place. */
export function knownOf(
  { list, keysAsOf, clockIsOffBy }: Published,
  { signature, place }: { readonly signature: Signature; readonly place: number },
): Known {
  return {
    ...{ signature, keysAsOf, clockIsSure: clockIsOffBy !== null },
    now: new Date(Date.now() + (clockIsOffBy ?? 0)),
    list: list && {
      ...{ issuedAt: list.issuedAt, endsAt: list.endsAt },
      status: statusAt(list.packed, place),
    },
  }
}
