import type { Token } from '../../../../kernel/tokens/token.ts'
import { typedAddress } from '../../../../platform/documents/public-address.ts'
import { routes } from '../../../../routes.ts'
import { useReader } from '../../../../ui/index.ts'
import type { AgencyId } from '../../../agencies/index.ts'
import type { Destination } from '../../../places/index.ts'
import { type Sector, sectors } from '../../rules/licence.ts'
import { sectorWord } from './check-answer.tsx'

export type CodeCardsProps = {
  readonly agencyId: AgencyId
  readonly codes: readonly Token[]
  readonly destinations: readonly Destination[]
}

/** The signed codes of an agency, to print: one for each country and kind of work. */
export function CodeCards({ agencyId, codes, destinations }: CodeCardsProps) {
  const reader = useReader()
  const { t, name, link } = reader
  if (codes.length === 0) return null
  return (
    <section>
      <h2>{t('check.codes.title')}</h2>
      <p>{t('check.codes.about', { address: typedAddress(routes.check.href()) })}</p>
      <ul class="codes">
        {codes.map(({ place, number, destination, sector }) => {
          const country = destinations.find(({ code }) => code === destination)
          const to = country ? name(country.names) : (destination ?? '')
          const work = sectors.find((each) => each === sector)
          return (
            <li>
              <img
                src={routes.agencyCode.href({ id: agencyId, place: String(place) })}
                alt={t('check.codes.alt', { number, destination: to })}
                width="200"
                height="200"
              />
              <strong>{to}</strong>
              <span>{workOf(work)}</span>
              <span class="whole">{number}</span>
            </li>
          )
        })}
      </ul>
      <p>
        <strong>{t('check.signed.original')}</strong> {t('check.signed.copy')}
      </p>
      <p class="no-print">
        <a href={link(routes.check.href())}>{t('check.codes.link')}</a>
      </p>
    </section>
  )

  function workOf(work: Sector | undefined): string {
    return work ? sectorWord(reader, work) : ''
  }
}
