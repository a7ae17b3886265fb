import type { Currency } from '../../../kernel/money.ts'
import type { Reader } from '../../../kernel/reader.ts'
import type { Shown } from './figures-view.ts'

/** Hidden and not known are said; neither is ever a zero. */
export const shown = (value: Shown, { t, number }: Reader): string => {
  if (value === undefined) return t('figures.not-known')
  return value === null ? t('figures.hidden') : number(value)
}

export const percent = (value: Shown, reader: Reader): string =>
  typeof value === 'bigint' ? `${reader.number(value)} %` : shown(value, reader)

export const money = (
  value: Shown,
  { currency, reader }: { readonly currency: Currency; readonly reader: Reader },
): string =>
  typeof value === 'bigint' ? reader.money({ minor: value, currency }) : shown(value, reader)
