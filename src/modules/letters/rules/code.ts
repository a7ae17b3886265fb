/** No letter that looks like a digit: people type codes from paper. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 16

/** Eighty random bits in sixteen letters: nobody finds one by trying. */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length < length) throw new Error('a code needs sixteen bytes')
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % 32]).join('')
}

/** The code as kept, from however it was typed; null for what is none. */
export function parseCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return code.length === length && [...code].every((sign) => alphabet.includes(sign)) ? code : null
}

/** "ABCD-EFGH-JKLM-NPQR": easy to read out. */
export const groupCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
