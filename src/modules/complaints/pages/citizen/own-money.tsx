import { InsetText, useReader } from '../../../../ui/index.ts'
import { nextOfMoney, type OwnMoney } from '../../rules/own-money.ts'

/** In plain words: how much of what she is to get came, and what she can do now. */
export function MoneyStanding({ money: sums }: { readonly money: readonly OwnMoney[] }) {
  const { t, money } = useReader()
  if (sums.length === 0) return null
  return (
    <InsetText>
      {sums.map(({ currency, awarded, received }) => (
        <p>
          {t('follow.money.came', {
            sum: money({ minor: awarded, currency }),
            came: money({ minor: received, currency }),
          })}
        </p>
      ))}
      <p>
        <strong>{t(`follow.money.${nextOfMoney(sums)}`)}</strong>
      </p>
    </InsetText>
  )
}
