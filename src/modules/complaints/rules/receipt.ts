/** Ten digits in groups, easy to say and to key: "4821 077 356". */
export const groupSecret = (secret: string): string =>
  secret.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')

/** Whatever way the digits were typed; digits of other scripts were made Latin at the door. */
export const secretDigits = (typed: string): string => typed.replace(/\D/g, '')

/** "26-0000042-7": year, running number, check digit. */
export function caseNumber(year: number, running: bigint): string {
  const digits = `${String(year % 100).padStart(2, '0')}${running.toString().padStart(7, '0')}`
  return `${digits.slice(0, 2)}-${digits.slice(2)}-${checkDigit(digits)}`
}

/** The number as kept, from however it was typed; null when a digit is wrong or missing. */
export function parseCaseNumber(typed: string): string | null {
  const digits = typed.replace(/\D/g, '')
  if (digits.length < 10) return null
  const body = digits.slice(0, -1)
  if (checkDigit(body) !== Number(digits.at(-1))) return null
  return `${body.slice(0, 2)}-${body.slice(2)}-${digits.at(-1)}`
}

/**
 * The whole numbers that a part of one may mean: without the check digit, or the running number
 * alone, of any year up to this one. Nothing when a whole number has a wrong digit.
 */
export function caseNumbersMeant(typed: string, thisYear: number): string[] {
  const digits = typed.replace(/\D/g, '')
  if (digits.length === 9) return [caseNumber(Number(digits.slice(0, 2)), BigInt(digits.slice(2)))]
  if (digits.length === 0 || digits.length > 7 || /[^\d\s-]/.test(typed)) return []
  const years = Array.from({ length: yearsBack }, (_, back) => thisYear - back)
  return years.map((year) => caseNumber(year, BigInt(digits)))
}
const yearsBack = 10

const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** Damm's algorithm: finds every single wrong digit and every swap of neighbours. */
export function checkDigit(digits: string): number {
  let state = 0
  for (const digit of digits) state = Number(quasigroup[state]?.[Number(digit)])
  return state
}
