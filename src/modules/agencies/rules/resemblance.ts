/** How the demonstration marks its names: they all have it, so it tells nothing of any. */
const marks = /[(«]\s*(?:demonstration|គំរូ)\s*[)»]/giu

/** A name as it is compared with others: without what many names share. */
export const distinctive = (name: string): string => {
  const own = name.replace(marks, ' ').trim()
  return own === '' ? name : own
}

/** Below this nobody would call two names alike; romanisations of one name stay above it. */
const alike = 0.34

/** Whether two names sound alike, given by their sound keys: by the groups of three letters they share. */
export function soundAlike(one: string, other: string): boolean {
  const [a, b] = [groupsOf(one), groupsOf(other)]
  const shared = [...a].filter((group) => b.has(group)).length
  // A short name inside a long one is found too, if not quite as alike.
  const ofAll = shared / (a.size + b.size - shared)
  const ofShorter = (0.7 * shared) / Math.min(a.size, b.size)
  return Math.max(ofAll, ofShorter) >= alike
}

function groupsOf(sound: string): ReadonlySet<string> {
  const padded = `  ${sound} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}
