import type { Currency } from '../../../../../kernel/money.ts'
import type { Reader } from '../../../../../kernel/reader.ts'
import type { NamedParty } from '../../../actions/read-group.ts'
import type { NameBook } from '../names.ts'

type Sum = {
  readonly minor: string | bigint | null
  readonly currency: Currency | null
  readonly share: number | null
  readonly shareOf: number | null
}

/** A sum, a part of something, or that nobody knows it yet: which is not zero. */
export function claimSum({ t, money }: Reader, { minor, currency, share, shareOf }: Sum): string {
  if (minor !== null && currency !== null) return money({ minor: BigInt(minor), currency })
  if (share !== null && shareOf !== null) return t('cases.claim.share', { share, of: shareOf })
  return currency === null ? t('cases.claim.open') : t('cases.claim.open-in', { currency })
}

/** By the register's name, else by what people call her, else by what she is. */
export function partyName(reader: Reader, book: NameBook, party: NamedParty): string {
  const agency = party.agencyId === null ? undefined : book.agencies.get(party.agencyId as never)
  const kind = reader.t(`cases.party.${party.kind}`)
  if (agency) return `${reader.name(agency)} (${kind})`
  if (party.name === null) return kind
  const more =
    party.nameIs === 'own' ? kind : `${kind}, ${reader.t(`cases.name-is.${party.nameIs}`)}`
  return `${party.name} (${more})`
}
