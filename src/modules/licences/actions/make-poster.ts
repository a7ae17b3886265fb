import { type Day, dayOf, startOfDay } from '../../../kernel/days.ts'
import type { Reader } from '../../../kernel/reader.ts'
import type { Tx } from '../../../platform/db.ts'
import { khmerSolarDate } from '../../../platform/documents/khmer-date.ts'
import { publicAddress, typedAddress } from '../../../platform/documents/public-address.ts'
import { qrSvg } from '../../../platform/documents/qr.ts'
import type { PosterSheet } from '../../../platform/documents/sheets.ts'
import { typesetApart } from '../../../platform/documents/typeset-apart.ts'
import { listOffices } from '../../accounts/index.ts'
import { type AgencyId, type AgencyNames, listAgencies, listPhones } from '../../agencies/index.ts'
import { mottoOf, readerOf } from '../../letters/index.ts'
import { type Destination, findMinistryLine } from '../../places/index.ts'
import type { Sector } from '../rules/licence.ts'
import { listPlaced } from '../store/status-place.ts'
import { withStatus } from './tell-statuses.ts'

export type Allowed = {
  readonly agencyId: AgencyId
  readonly names: AgencyNames
  readonly number: string
  readonly sectors: readonly Sector[]
  readonly phones: readonly string[]
  /** The last day; null while no end is set. */
  readonly until: Day | null
}

/** Who may send workers to a country on a day, by name; the public list. */
export async function listAllowed(
  tx: Tx,
  { destination, today }: { readonly destination: string; readonly today: Day },
): Promise<Allowed[]> {
  const placed = (await withStatus(tx, await listPlaced(tx, { destination }), today)).filter(
    ({ status, from, licence }) =>
      status === 'valid' && from <= today && (licence.validFrom ?? from) <= today,
  )
  const ids = [...new Set(placed.map(({ agencyId }) => agencyId))]
  const [agencies, phones] = await Promise.all([listAgencies(tx, ids), listPhones(tx, ids, today)])
  const names = new Map(agencies.map((agency) => [agency.id, agency.names]))
  return [...Map.groupBy(placed, ({ licence }) => licence.id).values()]
    .flatMap((of) => {
      const [first] = of
      const named = first && names.get(first.agencyId)
      if (!first || !named) return []
      const { licence, agencyId } = first
      const until = earliest([licence.validTo, ...of.map(({ to }) => to)])
      const sectors = [...new Set(of.map(({ sector }) => sector))]
      const own = { phones: phones.get(agencyId) ?? [], until }
      return [{ agencyId, names: named, number: licence.number, sectors, ...own }]
    })
    .sort(byName)
}

const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.filter((day) => day !== null).sort()[0] ?? null

const collator = new Intl.Collator('km')
const byName = (a: Allowed, b: Allowed): number =>
  collator.compare(a.names.km ?? a.names.en ?? '', b.names.km ?? b.names.en ?? '')

type Poster = { readonly country: Destination; readonly today: Day }

/** For the wall of a village: who is allowed, in Khmer, dated, as a PDF. */
async function makePoster(tx: Tx, { country, today }: Poster): Promise<Buffer> {
  const allowed = await listAllowed(tx, { destination: country.code, today })
  const ministry = (await listOffices(tx)).find(({ kind }) => kind === 'ministry')
  const reader = readerOf('km')
  const { t } = reader
  const named = { country: reader.name(country.names) }
  const path = `/agencies?destination=${country.code}`
  const data: PosterSheet = {
    lang: 'km',
    title: t('check.poster.title', named),
    motto: mottoOf(reader),
    ministry: ministry ? reader.name(ministry) : '',
    asOf: t('check.poster.as-of', { day: khmerSolarDate(today) }),
    warning: t('check.poster.warning', named),
    changes: t('check.poster.changes', { address: typedAddress('/agencies') }),
    call: t('check.poster.call', { numbers: (findMinistryLine()?.numbers ?? []).join(', ') }),
    none: allowed.length === 0 ? t('check.poster.none', named) : null,
    page: t('check.poster.page'),
    head: [
      t('check.poster.place'),
      t('check.poster.agency'),
      t('check.poster.number'),
      t('check.poster.work'),
      t('check.poster.phone'),
      t('check.poster.until'),
    ],
    rows: allowed.map((each) => rowOf(reader, each)),
    qr: await qrSvg(publicAddress(path)),
  }
  return typesetApart({ form: 'poster', data }, startOfDay(today))
}

/** As long as public pages are kept. */
const keptFor = 60_000
const kept = new Map<string, { readonly until: number; readonly pdf: Promise<Buffer> }>()

/** The poster of a country; who asks in the same minute is given the same. */
export function posterOf(
  tx: Tx,
  { country, now }: { readonly country: Destination; readonly now: Date },
): Promise<Buffer> {
  const known = kept.get(country.code)
  if (known && now.getTime() < known.until) return known.pdf
  const pdf = makePoster(tx, { country, today: dayOf(now) })
  kept.set(country.code, { until: now.getTime() + keptFor, pdf })
  pdf.catch(() => kept.delete(country.code))
  return pdf
}

function rowOf(reader: Reader, { names, number, sectors, phones, until }: Allowed) {
  const work = sectors.map((sector) => reader.t(`licences.sector.${sector}`))
  return {
    name: names.km ?? names.en ?? '',
    latin: names.km ? names.en : null,
    cells: [number, reader.list(work), phones.join(', '), until ? reader.day(until) : ''],
  }
}
