import { randomFillSync } from 'node:crypto'

/** A UUIDv7, as PostgreSQL's uuidv7() makes them: made here when a row's id is needed before it. */
export function newId<Kind extends string>(): Kind {
  const bytes = randomFillSync(Buffer.alloc(16))
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32]
    .map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end))
    .join('-') as Kind
}
