import { inflateRawSync } from 'node:zlib'

export type ZipEntry = { readonly name: string; readonly size: number }
export type ZipFault = 'broken' | 'too-large'

const endOfDirectory = 0x06054b50
const inDirectory = 0x02014b50

/**
 * The entries of an archive, with the sizes that they really have: what an archive says of itself
 * is not believed, and nothing is unpacked beyond `most` bytes in all.
 */
export function zipEntries(bytes: Buffer, most: number): readonly ZipEntry[] | ZipFault {
  try {
    let left = most
    const entries: ZipEntry[] = []
    for (const { name, at } of directoryOf(bytes)) {
      const size = contentAt(bytes, at, left).length
      left -= size
      if (left < 0) return 'too-large'
      entries.push({ name, size })
    }
    return entries
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : 'broken'
  }
}

/** What an archive brings: an entry larger than allowed is named without its content. */
export type Unpacked = { readonly name: string; readonly content: Buffer | ZipFault }
export type UnpackLimits = {
  readonly entries: number
  readonly bytesEach: number
  readonly bytesInAll: number
}

/** One entry after the other, so that never more than one is in memory; stops at the first that is too much. */
export function* unpackZip(
  bytes: Buffer,
  { entries, bytesEach, bytesInAll }: UnpackLimits,
): Generator<Unpacked, ZipFault | null> {
  let left = bytesInAll
  let count = 0
  try {
    for (const { name, at } of directoryOf(bytes)) {
      count += 1
      if (count > entries) return 'too-large'
      if (name.endsWith('/')) continue
      const content = contentWithin(bytes, at, bytesEach)
      // What is cut off was unpacked as far as that.
      left -= typeof content === 'string' ? bytesEach : content.length
      if (left < 0) return 'too-large'
      yield { name, content }
    }
    return null
  } catch {
    return 'broken'
  }
}

function contentWithin(bytes: Buffer, at: number, most: number): Buffer | ZipFault {
  try {
    const content = contentAt(bytes, at, most)
    return content.length > most ? 'too-large' : content
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : 'broken'
  }
}

function* directoryOf(bytes: Buffer): Generator<{ readonly name: string; readonly at: number }> {
  const end = bytes.lastIndexOf(signature(endOfDirectory))
  if (end < 0) throw new Error('an archive without a directory')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== inDirectory) throw new Error('a directory that is none')
    const nameLength = bytes.readUInt16LE(at + 28)
    yield { name: bytes.toString('utf8', at + 46, at + 46 + nameLength), at }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

/** Unpacked: 0 is stored as it is, 8 is deflated, and hardly anybody uses another. */
function contentAt(bytes: Buffer, at: number, most: number): Buffer {
  const method = bytes.readUInt16LE(at + 10)
  const packed = bytes.readUInt32LE(at + 20)
  const local = bytes.readUInt32LE(at + 42)
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (from + packed > bytes.length) throw new Error('an entry lies outside of its archive')
  const content = bytes.subarray(from, from + packed)
  if (method === 0) return content
  if (method !== 8) throw new Error(`an entry is packed in way ${method}`)
  return inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
}

const isTooLarge = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'

function signature(word: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(word)
  return bytes
}
