import { caseNumber, parseCaseNumber } from './receipt.ts'

/** "F26-0000042-7": told from a case number by its letter, and from a wrong digit by its last. */
export const paperFormNumber = (year: number, running: bigint): string =>
  `F${caseNumber(year, running)}`

/** The number of one of our forms; `wrong` for one with a wrong digit, null for any other paper. */
export function parsePaperForm(typed: string): string | 'wrong' | null {
  const text = typed.trim().toUpperCase()
  if (!/^F[\d\s-]+$/.test(text)) return null
  const number = parseCaseNumber(text.slice(1))
  return number !== null && number.replace(/\D/g, '').length === 10 ? `F${number}` : 'wrong'
}

/** How a form stands with whoever wants to enter it. */
export type PaperFormState = 'blank' | 'entered' | 'unknown'
export type PaperFormRefusal = 'number-wrong' | 'number-unknown' | 'entered-already' | 'day-missing'
