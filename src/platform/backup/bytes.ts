import { StartFailure } from '../start-failure.ts'

export type Bytes = AsyncIterable<Uint8Array>

/** Says the same of every archive that is not whole: nobody has to tell the ways apart. */
export const damaged = (how: string): StartFailure =>
  new StartFailure(`The backup is damaged (${how}): nothing was restored; take another copy of it.`)

/** Reads a stream in the lengths that its writer gave. */
export function makeByteReader(source: Bytes) {
  const chunks = source[Symbol.asyncIterator]()
  let waiting: Buffer = Buffer.alloc(0)

  async function fill(length: number): Promise<void> {
    const parts = [waiting]
    let size = waiting.length
    while (size < length) {
      const { done, value } = await chunks.next()
      if (done) break
      parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
      size += value.byteLength
    }
    waiting = parts.length === 1 ? waiting : Buffer.concat(parts)
  }

  return {
    /** Exactly so many bytes; null when the stream ends before the first of them. */
    async read(length: number): Promise<Buffer | null> {
      if (waiting.length < length) await fill(length)
      if (waiting.length === 0 && length > 0) return null
      if (waiting.length < length) throw damaged('it ends too early')
      const taken = waiting.subarray(0, length)
      waiting = waiting.subarray(length)
      return taken
    },
    async isAtEnd(): Promise<boolean> {
      if (waiting.length === 0) await fill(1)
      return waiting.length === 0
    },
  }
}
export type ByteReader = ReturnType<typeof makeByteReader>

/** Cuts a stream into pieces of one size; the last may be shorter, or empty. */
export async function* inPieces(
  source: Bytes,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    waiting.push(chunk)
    length += chunk.length
    // One more byte is there, so this piece is not the last.
    while (length > size) {
      const all = Buffer.concat(waiting)
      yield { bytes: all.subarray(0, size), isLast: false }
      waiting = [all.subarray(size)]
      length -= size
    }
  }
  yield { bytes: Buffer.concat(waiting), isLast: true }
}

export function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
