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
    return readEntries(bytes, most)
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : 'broken'
  }
}

function readEntries(bytes: Buffer, most: number): readonly ZipEntry[] | ZipFault {
  const end = bytes.lastIndexOf(signature(endOfDirectory))
  if (end < 0) return 'broken'
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  let left = most
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== inDirectory) return 'broken'
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const size = sizeOf(bytes, at, left)
    left -= size
    if (left < 0) return 'too-large'
    entries.push({ name, size })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Unpacked and counted: 0 is stored as it is, 8 is deflated, and spreadsheets know no other. */
function sizeOf(bytes: Buffer, at: number, most: number): number {
  const method = bytes.readUInt16LE(at + 10)
  const packed = bytes.readUInt32LE(at + 20)
  const local = bytes.readUInt32LE(at + 42)
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (from + packed > bytes.length) throw new Error('an entry lies outside of its archive')
  if (method === 0) return packed
  if (method !== 8) throw new Error(`an entry is packed in way ${method}`)
  return inflateRawSync(bytes.subarray(from, from + packed), {
    maxOutputLength: Math.max(1, most),
  }).length
}

const isTooLarge = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'

function signature(word: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(word)
  return bytes
}
