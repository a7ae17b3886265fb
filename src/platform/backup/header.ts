import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { StartFailure } from '../start-failure.ts'
import { type ByteReader, damaged, numberBytes } from './bytes.ts'

const magic = Buffer.from('BECOMEB1', 'latin1')
const mostBytes = 4 * 1024 * 1024

/** What may be known of an archive without its key: which key it needs, and which program. */
const shape = z.object({
  /** The moment of the snapshot. */
  createdAt: z.string(),
  /** Restored in the other mode, a demonstration would fill the data of people. */
  mode: z.enum(['demo', 'production']),
  salt: z.base64(),
  backupKeyId: z.string(),
  masterKeyId: z.string(),
  /** What the database had applied, in order. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
})
export type Header = Readonly<z.infer<typeof shape>>

/** Names a key without telling anything of it. */
export const keyId = (key: Buffer): string =>
  createHmac('sha256', key).update('become/backup-key-id').digest('hex').slice(0, 16)

export function headerBytes(header: Header): Buffer {
  const text = Buffer.from(JSON.stringify(header), 'utf8')
  return Buffer.concat([magic, numberBytes(text.length), text])
}

/** Of a file's beginning; `bytes` go into every frame's tag, so a changed header opens nothing. */
export async function readHeader(reader: ByteReader): Promise<{ header: Header; bytes: Buffer }> {
  const start = await reader.read(magic.length + 4).catch(() => null)
  if (!start?.subarray(0, magic.length).equals(magic)) {
    throw new StartFailure('This file is no backup of this program: nothing was restored.')
  }
  const length = start.readUInt32BE(magic.length)
  if (length > mostBytes) throw damaged('it was changed')
  const text = await reader.read(length)
  if (!text) throw damaged('it ends too early')
  return { header: parse(text), bytes: Buffer.concat([start, text]) }
}

function parse(text: Buffer): Header {
  try {
    return shape.parse(JSON.parse(text.toString('utf8')))
  } catch {
    throw damaged('it was changed')
  }
}
