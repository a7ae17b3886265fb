import type { Day } from '../../../kernel/days.ts'
import type { Reader } from '../../../kernel/reader.ts'
import { StatusMark, SummaryList, Table, useReader } from '../../../ui/index.ts'
import type { Destination } from '../../places/index.ts'
import type { AgencyFile } from '../actions/show-agency.ts'
import { type Authorisation, type Licence, type Standing, standingOn } from '../rules/licence.ts'
import { answerLooks, type Look } from './answer-words.ts'

export type LicenceTableProps = {
  readonly file: AgencyFile
  readonly destinations: readonly Destination[]
}

/** Each licence with the countries for which it was given. */
export function LicenceTable({ file, destinations }: LicenceTableProps) {
  const { t } = useReader()
  if (file.licences.length === 0) return null
  return (
    <section>
      <h2>{t('licences.licence.title')}</h2>
      {file.licences.map((licence) => (
        <OneLicence licence={licence} destinations={destinations} today={file.asOf} />
      ))}
    </section>
  )
}

type OneProps = {
  readonly licence: Licence
  readonly destinations: readonly Destination[]
  readonly today: Day
}

function OneLicence({ licence, destinations, today }: OneProps) {
  const reader = useReader()
  const { t } = reader
  const standing = standingOn(licence, today)
  const look = standingLooks[standing.kind]
  const rows = [
    { key: t('licences.licence.number'), value: licence.number },
    {
      key: t('licences.licence.status'),
      value: <StatusMark {...look}>{t(`licences.state.${standing.kind}`)}</StatusMark>,
    },
    { key: t('licences.licence.period'), value: periodText(reader, licence) },
    ...(licence.prakas ? [{ key: t('licences.licence.prakas'), value: licence.prakas }] : []),
  ]
  return (
    <>
      <SummaryList rows={rows} />
      <Table
        caption={t('licences.licence.countries', { number: licence.number })}
        captionSize="s"
        head={[
          t('licences.licence.country'),
          t('licences.licence.sector'),
          t('licences.licence.since'),
        ]}
        rows={licence.authorisations.map((each) => authorisationRow(reader, destinations, each))}
      />
    </>
  )
}

const standingLooks: Readonly<Record<Standing['kind'], Look>> = {
  'in-force': answerLooks.licensed,
  'not-begun': answerLooks['not-begun'],
  suspended: answerLooks.suspended,
  expired: answerLooks.expired,
  revoked: answerLooks.revoked,
  surrendered: answerLooks.surrendered,
  none: { tone: 'neutral', icon: 'circle-dot' },
}

/** What ended before its last day was valid only until then. */
function periodText({ t, day }: Reader, { validFrom, validTo, endedOn }: Licence): string {
  if (validFrom === null) return t('licences.licence.not-yet')
  if (endedOn !== null && (validTo === null || endedOn <= validTo))
    return t('licences.licence.ended', { from: day(validFrom), on: day(endedOn) })
  if (validTo === null) return t('licences.licence.from', { from: day(validFrom) })
  return t('licences.licence.from-to', { from: day(validFrom), to: day(validTo) })
}

function authorisationRow(
  { t, name, day }: Reader,
  destinations: readonly Destination[],
  { destination, sector, from, to }: Authorisation,
): string[] {
  const found = destinations.find(({ code }) => code === destination)
  const since = to
    ? t('licences.licence.from-to', { from: day(from), to: day(to) })
    : t('licences.licence.from', { from: day(from) })
  return [found ? name(found.names) : destination, t(`licences.sector.${sector}`), since]
}
