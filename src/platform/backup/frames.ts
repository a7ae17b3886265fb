import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import {
  type ByteReader,
  type Bytes,
  damaged,
  inPieces,
  makeByteReader,
  numberBytes,
} from './bytes.ts'

/**
 * A stream sealed in frames, so that it is never in memory as a whole: AES-256-GCM under a key of
 * this archive alone. The number of a frame and whether it is the last are its nonce, so that one
 * that was left out, moved, repeated or cut off shows; the header goes into each frame's tag.
 */
export type FrameKey = {
  readonly key: Buffer
  /** The header as it lies in the file. */
  readonly header: Uint8Array
}

export const frameBytes = 256 * 1024
const tagBytes = 16
const lastBit = 0x80000000

/** Another for every archive: the salt is random, and so a number may begin at zero each time. */
export const archiveKey = (backupKey: Buffer, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', backupKey, salt, 'become/backup', 32))

export async function* sealFrames(source: Bytes, of: FrameKey): AsyncGenerator<Buffer> {
  let number = 0n
  for await (const { bytes, isLast } of inPieces(source, frameBytes)) {
    const cipher = createCipheriv('aes-256-gcm', of.key, nonceOf(number, isLast), {
      authTagLength: tagBytes,
    })
    cipher.setAAD(of.header)
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    yield numberBytes((isLast ? lastBit : 0) + sealed.length)
    yield sealed
    number += 1n
  }
}

/** Throws at the first frame that is not what was sealed there; gives nothing of it away. */
export async function* openFrames(source: Bytes, of: FrameKey): AsyncGenerator<Buffer> {
  const reader = makeByteReader(source)
  for (let number = 0n; ; number += 1n) {
    const { sealed, isLast } = await readFrame(reader)
    yield openFrame(sealed, nonceOf(number, isLast), of)
    if (isLast) break
  }
  if (!(await reader.isAtEnd())) throw damaged('something was added')
}

async function readFrame(reader: ByteReader) {
  const size = (await reader.read(4))?.readUInt32BE()
  if (size === undefined) throw damaged('it ends too early')
  const isLast = size >= lastBit
  const length = isLast ? size - lastBit : size
  if (length < tagBytes || length > frameBytes + tagBytes) throw damaged('it was changed')
  const sealed = await reader.read(length)
  if (!sealed) throw damaged('it ends too early')
  return { sealed, isLast }
}

function openFrame(sealed: Buffer, nonce: Buffer, { key, header }: FrameKey): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(header)
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw damaged('it was changed')
  }
}

function nonceOf(number: bigint, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce[0] = isLast ? 1 : 0
  nonce.writeBigUInt64BE(number, 4)
  return nonce
}
