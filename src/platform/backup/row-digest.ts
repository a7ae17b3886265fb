import { hash } from 'node:crypto'

const newline = 0x0a

/**
 * Counts the lines of a COPY, and adds up their SHA-256 without carrying: the same rows give the
 * same digest in whatever order a server gives them.
 */
export function makeRowDigest() {
  const sum = new Uint32Array(8)
  let rows = 0
  let begun: Uint8Array[] = []

  function add(line: Uint8Array): void {
    const digest = hash('sha256', line, 'buffer')
    for (let i = 0; i < 8; i++) sum[i] = (sum[i] ?? 0) + digest.readUInt32BE(i * 4)
    rows += 1
  }

  return {
    update(chunk: Uint8Array): void {
      let from = 0
      for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
        const line = chunk.subarray(from, end)
        add(begun.length > 0 ? Buffer.concat([...begun, line]) : line)
        begun = []
        from = end + 1
      }
      if (from < chunk.length) begun.push(Buffer.from(chunk.subarray(from)))
    },
    result: (): { rows: number; digest: string } => ({
      rows,
      digest: [...sum].map((word) => word.toString(16).padStart(8, '0')).join(''),
    }),
  }
}
