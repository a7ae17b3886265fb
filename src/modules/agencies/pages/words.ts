import type { Reader } from '../../../kernel/reader.ts'
import type { Destination, Place } from '../../places/index.ts'

/** By which places are named: countries in the reader's language, provinces as the ministry has them. */
export type Places = {
  readonly provinces: readonly Place[]
  readonly destinations: readonly Destination[]
}

/** Those of which owners and staff come; another is entered by its two letters at the API. */
const nationalities =
  'KH TH VN LA MM CN TW HK KR JP SG MY ID PH IN BD LK NP PK AU NZ GB FR DE US CA RU'.split(' ')

const regions = {
  km: new Intl.DisplayNames(['km'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
}

export const countryName = ({ lang }: Reader, code: string): string =>
  regions[lang].of(code) ?? code

export const nationalityOptions = (reader: Reader) => [
  { value: '', label: reader.t('agencies.choose') },
  ...nationalities.map((value) => ({ value, label: countryName(reader, value) })),
]

export const provinceName = (reader: Reader, code: string, { provinces }: Places): string => {
  const found = provinces.find((one) => one.code === code)
  return found ? reader.name(found.names) : code
}

/** Hundredths of a percent, as people write them: 51, 33.33. */
export const shareText = (share: number): string => String(share / 100)
