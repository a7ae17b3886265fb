/** Without letters that look like digits or like each other. */
export const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
export const codeLength = 8
export const codeMinutes = 10
/** So long a link to confirm an address counts. */
export const emailHours = 24

/** "/start ABCD-EFGH" or the code alone, however it was typed; null for anything else. */
export function codeIn(text: string): string | null {
  const typed = text
    .replace(/^\/start\s*/, '')
    .replace(/[\s-]/g, '')
    .toUpperCase()
  const isCode =
    typed.length === codeLength && [...typed].every((sign) => codeLetters.includes(sign))
  return isCode ? typed : null
}

export const groupCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`
