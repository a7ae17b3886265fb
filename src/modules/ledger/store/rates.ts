import type { Currency } from '../../../kernel/money.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { Rate } from '../rules/convert.ts'

type Entered = { readonly by: string; readonly at: Date }

/** Keeps the rates that somebody reckoned with, each with its day and where it stands. */
export async function insertRates(
  tx: Tx,
  rates: readonly Rate[],
  { by, at }: Entered,
): Promise<void> {
  if (rates.length === 0) return
  const of = (pick: (rate: Rate) => string): string[] => rates.map(pick)
  await tx`
    insert into exchange_rate (base, currency, rate, on_day, source, entered_by, entered_at)
    select base, currency, rate, on_day, source, ${by}::uuid, ${at}::timestamptz
    from unnest(${of(({ base }) => base)}::text[], ${of(({ currency }) => currency)}::text[],
      ${of(({ rate }) => rate)}::numeric[], ${of(({ onDay }) => onDay)}::date[],
      ${of(({ source }) => source)}::text[]) r (base, currency, rate, on_day, source)`
}

/** The newest rate of each currency that speaks of no later day than this. */
export const newestRates = (
  db: Db | Tx,
  { base, on }: { readonly base: Currency; readonly on: string },
): Promise<Rate[]> =>
  db<Rate[]>`
    select distinct on (currency) base, currency, trim_scale(rate)::text as rate,
      on_day as "onDay", source
    from exchange_rate where base = ${base} and on_day <= ${on}
    order by currency, on_day desc, id desc`
