import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'
import { cleanLine, latinDigits } from './clean.ts'

/** Where a number without country code may belong, the likeliest first. */
const phoneCountries = ['KH', 'TH', 'MY'] as const satisfies readonly CountryCode[]

/** The number in international form (+85512345678), or null for what is no number. */
export const phoneKey = (text: string): string | null => {
  const found = phonesOf(text)
  return (found.find((phone) => phone.valid) ?? found[0])?.key ?? null
}

/** Every number that this text may mean when its country is not said. */
export const phoneKeys = (text: string): string[] => [
  ...new Set(phonesOf(text).map((phone) => phone.key)),
]

type Found = { readonly key: string; readonly valid: boolean }

function phonesOf(text: string): Found[] {
  const typed = latinDigits(cleanLine(text.slice(0, 200)))
  if (!/^[+(]?\d[\d\s().\-/]{5,22}$/.test(typed)) return []
  const plain = typed.replace(/^00/, '+').replace(/^(?=(?:855|66|60)\d{8})/, '+')
  const found = phoneCountries.flatMap((country) => {
    const phone = parsePhoneNumberFromString(plain, country)
    return phone?.isPossible() ? [{ key: phone.number, valid: phone.isValid() }] : []
  })
  return found
}
