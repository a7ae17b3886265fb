import type { Money } from '../../../kernel/money.ts'

/** What these come to, currency by currency: several are never added. Nothing of none. */
export const sumsByCurrency = (sums: readonly Money[]): Money[] =>
  [...Map.groupBy(sums, ({ currency }) => currency)].map(([currency, all]) => ({
    currency,
    minor: all.reduce((sum, { minor }) => sum + minor, 0n),
  }))
