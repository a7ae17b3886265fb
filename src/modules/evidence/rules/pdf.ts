import type { RefusedReason } from './evidence.ts'

/** Names that make a document do something, bring something along, or hide what it holds. */
const active = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Rendition',
]
const activeName = new RegExp(`/(?:${active.join('|')})`)
/** Too short to be looked for in packed bytes, where they stand by chance. */
const shortActiveName = /\/(?:JS|AA|XFA)(?![A-Za-z0-9])/
/** A place to open at is no action: `/OpenAction [3 0 R /Fit]`. */
const openAction = /\/OpenAction(?!\s*\[)/
/** Ways of packing that are not undone here. */
const oddFilters =
  /\/(?:LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|Crypt)|\/FlateDecode\s*\/FlateDecode/

/** One packed part: what stands before it, and where its bytes begin. */
export type Packed = { readonly about: string; readonly from: number }

/** The names as a reader takes them: `/J#61vaScript` is `/JavaScript`. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** What can be seen without unpacking anything; `text` is the file, one letter a byte. */
export function judgePdf(text: string): RefusedReason | null {
  if (!/^%PDF-[12]\.\d/.test(text)) return 'pdf-unreadable'
  // What stands behind the end would be another file in the same bytes.
  if (!/%%EOF\s*$/.test(text.slice(-1024))) return 'broken'
  const names = plainNames(text)
  if (/\/Encrypt(?![A-Za-z])/.test(names)) return 'pdf-locked'
  if (activeName.test(names) || openAction.test(names)) return 'pdf-active'
  if (shortActiveName.test(plainNames(withoutPacked(text)))) return 'pdf-active'
  if (/\/ObjStm/.test(names) && oddFilters.test(names)) return 'pdf-unreadable'
  return null
}

/** What an unpacked part says. */
export function judgeUnpacked(text: string, { about }: Packed): RefusedReason | null {
  const names = plainNames(text)
  if (activeName.test(names) || openAction.test(names)) return 'pdf-active'
  return holdsObjects(about) && shortActiveName.test(names) ? 'pdf-active' : null
}

/** Objects lie in it, so it has to be read or the file is not taken. */
export const holdsObjects = (about: string): boolean => /\/ObjStm/.test(plainNames(about))

/** Rows that differ from those above could spell anything. */
export const isTwisted = (about: string): boolean =>
  /\/(?:DecodeParms|Predictor)/.test(plainNames(about))

/** Every part that may be packed, wherever the word stands: more than a reader would take. */
export function packedParts(text: string): Packed[] {
  return [...text.matchAll(/(?<!end)stream\r?\n/g)].map((found) => {
    const before = text.slice(Math.max(0, found.index - 4096), found.index)
    const ends = Math.max(before.lastIndexOf('endobj'), before.lastIndexOf('endstream'))
    return { about: before.slice(ends + 1), from: found.index + found[0].length }
  })
}

const withoutPacked = (text: string): string =>
  text.replace(/(?<!end)stream\r?\n[\s\S]*?endstream/g, '')
