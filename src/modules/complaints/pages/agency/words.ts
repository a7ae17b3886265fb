import { isDay } from '../../../../kernel/days.ts'
import { parseMoney } from '../../../../kernel/money.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import type { Category } from '../../rules/category.ts'
import type { InquiryClaim } from '../../store/inquiry.ts'

/** "2026-03" as the month of that year, without its first day. */
export function monthOf({ t, day }: Reader, month: string | null): string {
  const first = `${month}-01`
  if (month === null || !isDay(first)) return t('complaints.not-said')
  return day(first).replace(/^\D*\d+\s+/, '')
}

export const categoryNames = (
  { name }: Reader,
  categories: readonly Category[],
  codes: readonly string[],
): string[] =>
  codes.map((code) => {
    const category = categories.find((each) => each.code === code)
    return category ? name(category.names) : code
  })

/** A sum as it was copied into the inquiry; open where nobody knows it yet. */
export function sumOf(reader: Reader, { amount, currency }: InquiryClaim): string {
  const sum = amount === null ? null : parseMoney(amount, currency)
  return sum?.ok ? reader.money(sum.value) : reader.t('complaints.claim.open')
}
