/** The zeros of the decimal scripts that people here type: Khmer, Thai, Lao, full width. */
const zeros = [0x17e0, 0x0e50, 0x0ed0, 0xff10] as const
const digits = /[\u17e0-\u17e9\u0e50-\u0e59\u0ed0-\u0ed9\uff10-\uff19]/g

/** Khmer and Thai digits as 0 to 9; everything else stays. */
export const latinDigits = (text: string): string =>
  text.replace(digits, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((start) => code >= start && code <= start + 9) ?? code
    return String(code - zero)
  })

/** Marks that nobody sees: joiners, direction marks, fillers, controls, halves of characters. */
const unseen = /(?![\u200b\t\n\r])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Cs}]/gu
const zeroWidthSpace = /\u200b+/g

/**
 * What somebody wrote, without marks that hide or reverse words; lines stay lines. Khmer keyboards
 * part words with a zero-width space: between two Khmer letters one of them stays.
 */
export function cleanText(text: string): string {
  return visible(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?<![\u1780-\u17ff])\u200b+|\u200b+(?![\u1780-\u17ff\u200b])/g, '')
    .replace(zeroWidthSpace, '\u200b')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** One line without anything unseen: for names, numbers and search. */
export const cleanLine = (text: string): string =>
  visible(text).replace(zeroWidthSpace, '').replace(/\s+/g, ' ').trim()

const visible = (text: string): string => text.replace(unseen, '').normalize('NFC')
