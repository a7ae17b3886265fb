import { randomFillSync } from 'node:crypto'

/**
 * A UUIDv7, as PostgreSQL's uuidv7() makes them: made here when a row's id is needed before it. Those
 * of one moment follow one another, so that two events of one step stand in their order.
 */
export function newId<Kind extends string>(): Kind {
  const bytes = randomFillSync(Buffer.alloc(16))
  const { moment, place } = nextPlace()
  bytes.writeUIntBE(moment, 0, 6)
  bytes.writeUInt16BE(0x7000 | place, 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32]
    .map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end))
    .join('-') as Kind
}

/** As many as fit beside one moment: twelve bits. */
const places = 4096
let last = { moment: 0, place: 0 }

function nextPlace(): typeof last {
  const moment = Date.now()
  if (moment > last.moment) last = { moment, place: 0 }
  else if (last.place + 1 < places) last = { ...last, place: last.place + 1 }
  else last = { moment: last.moment + 1, place: 0 }
  return last
}
