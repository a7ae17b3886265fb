/** Before a word that stays with the stop behind it; letter.typ sets the two as one. */
const keptMark = '\u2063'

const words = new Intl.Segmenter('km', { granularity: 'word' })
const khmerWord = /^[\u1780-\u17d3\u17d7\u17dd]+$/
const stop = /^[\u17d4-\u17d6]/

/** The typesetter may break a line after any Khmer word: a stop alone on a line is wrong. */
export function keepStops(text: string): string {
  const parts = [...words.segment(text.replaceAll(keptMark, ''))].map(({ segment }) => segment)
  const isKept = (part: string, next: string | undefined) =>
    next !== undefined && khmerWord.test(part) && stop.test(next)
  return parts
    .map((part, index) => (isKept(part, parts[index + 1]) ? keptMark + part : part))
    .join('')
}
