/** How the demonstration marks its names: they all have it, so it tells nothing of any. */
const marks = /[(«]\s*(?:demonstration|គំរូ)\s*[)»]/giu

/** A name as it is compared with others: without what many names share. */
export const distinctive = (name: string): string => {
  const own = name.replace(marks, ' ').trim()
  return own === '' ? name : own
}

/** Below this nobody would call two names alike; romanisations of one name stay above it. */
const alike = 0.34

/** Whether two names sound alike: by the groups of three letters that their sound keys share. */
export function soundAlike(a: Sound, b: Sound): boolean {
  let shared = 0
  for (const group of a) if (b.has(group)) shared += 1
  // A short name inside a long one is found too, if not quite as alike.
  const ofAll = shared / (a.size + b.size - shared)
  const ofShorter = (0.7 * shared) / Math.min(a.size, b.size)
  return Math.max(ofAll, ofShorter) >= alike
}

export type Sound = ReadonlySet<string>

export function soundOf(key: string): Sound {
  const padded = `  ${key} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}
