/** Where a photo was taken, in degrees. */
export type Location = { readonly latitude: number; readonly longitude: number }

const tags = { gps: 0x8825, latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const

/**
 * The place that a phone wrote into a photo (EXIF); null where there is none, or where it cannot be
 * read. Asked only for records of which the law wants the place.
 */
export function locationIn(exif: Buffer): Location | null {
  try {
    return read(exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif)
  } catch (error) {
    // It points beyond its end.
    if (error instanceof RangeError) return null
    throw error
  }
}

function read(bytes: Buffer): Location | null {
  const order = bytes.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return null
  const at = reader(bytes, order === 'II')
  const gps = entriesAt(at, at.long(4)).get(tags.gps)
  if (gps === undefined) return null
  const entries = entriesAt(at, at.long(gps + 8))
  const degrees = (
    tag: number,
    refTag: number,
    [positive, negative]: readonly [string, string],
  ) => {
    const [entry, ref] = [entries.get(tag), entries.get(refTag)]
    if (entry === undefined || ref === undefined) return null
    const side = bytes.toString('latin1', ref + 8, ref + 9)
    if (side !== positive && side !== negative) return null
    const from = at.long(entry + 8)
    const [whole, minutes, seconds] = [0, 8, 16].map((step) => at.fraction(from + step))
    const value = (whole ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600
    return side === positive ? value : -value
  }
  const latitude = degrees(tags.latitude, tags.latitudeRef, ['N', 'S'])
  const longitude = degrees(tags.longitude, tags.longitudeRef, ['E', 'W'])
  return isPlace(latitude, 90) && isPlace(longitude, 180) ? { latitude, longitude } : null
}

const isPlace = (degrees: number | null, most: number): degrees is number =>
  degrees !== null && Number.isFinite(degrees) && Math.abs(degrees) <= most

type Reading = ReturnType<typeof reader>

function reader(bytes: Buffer, isLittle: boolean) {
  const short = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  return { short, long, fraction: (at: number) => long(at) / long(at + 4) }
}

/** The places of a directory's entries, by their tags. */
function entriesAt({ short }: Reading, from: number): ReadonlyMap<number, number> {
  const count = short(from)
  const places = Array.from({ length: count }, (_, index) => from + 2 + index * 12)
  return new Map(places.map((place) => [short(place), place]))
}
