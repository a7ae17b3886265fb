import anyAscii from 'any-ascii'
import { khnormal } from 'khmer-normalizer'
import { cleanLine, latinDigits } from './clean.ts'

/** Names longer than this are no names; the rest of the text is left out. */
const longest = 200

/** Words that say what a company is, not which: they are no part of its name's key. */
const legalForms =
  /\b(?:co|company|ltd|limited|plc|inc|corp|corporation|pte|sarl|llc|group)\b\.?|ក្រុមហ៊ុន|ឯ\.?\s?ក|ម\.?\s?ក/gu

/**
 * The key under which a name is the same name: script and spelling count; spaces, signs, case,
 * accents, the order of Khmer vowels and the legal form do not. Two equal keys decide.
 */
export function nameKey(text: string): string {
  const plain = plainName(text)
  const named = lettersOf(plain.replace(legalForms, ' '))
  return named === '' ? lettersOf(plain) : named
}

/**
 * The key under which names look or sound alike, Khmer beside its romanisations, without spaces.
 * It finds candidates and never decides.
 */
export function searchKey(text: string): string {
  const latin = anyAscii(plainName(text).replace(legalForms, ' ')).toLowerCase()
  return foldRomanisation(latin.replace(/[^a-z0-9]+/g, ''))
}

const plainName = (text: string): string =>
  khnormal(latinDigits(cleanLine(text.slice(0, longest * 4)).slice(0, longest)))
    .normalize('NFKC')
    .toLowerCase()

const lettersOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/** Spellings between which people waver when they write Khmer in Latin letters. */
const folds: readonly (readonly [RegExp, string])[] = [
  [/([bcdgjkpt])h/g, '$1'],
  [/ng/g, 'n'],
  [/c(?=[eiy])/g, 's'],
  [/[cqg]/g, 'k'],
  [/b/g, 'p'],
  [/d/g, 't'],
  [/[vw]/g, 'v'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/ph|f/g, 'p'],
  [/(?:oeu|eou|ouo|uo|oa|ao|ou|oo|au|[ou])/g, 'o'],
  [/(?:ie|ea|ei|ee|ey|ai|ay|y)/g, 'i'],
  [/([a-z])\1+/g, '$1'],
]

const foldRomanisation = (letters: string): string =>
  folds.reduce((text, [from, to]) => text.replace(from, to), letters)
