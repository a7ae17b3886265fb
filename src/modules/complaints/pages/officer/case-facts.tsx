import { dayOf } from '../../../../kernel/days.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import { type Content, type Fact, Icon, KeyValue, useReader } from '../../../../ui/index.ts'
import type { RevealedContact } from '../../actions/reveal-contact.ts'
import { isOpen } from '../../rules/lifecycle.ts'
import { seenItems } from '../../rules/who-sees.ts'
import type { EarlierMatter } from '../../store/details.ts'
import { outsideBodyNames } from '../../store/outside-bodies.ts'
import { monthOf } from '../agency/words.ts'
import type { CasePageProps } from './case-page.tsx'
import type { CaseView } from './case-view.ts'
import { Fold } from './fold.tsx'
import { areaName, personName } from './names.ts'
import { OldFile } from './old-file.tsx'

export function CaseFacts({ view }: Pick<CasePageProps, 'view'>) {
  const { t } = useReader()
  return (
    <>
      <Fold title={t('complaints.part.handling')}>
        <KeyValue facts={useHandling(view)} />
      </Fold>
      <Fold title={t('complaints.part.parties')}>
        <KeyValue facts={useParties(view)} />
      </Fold>
      <Fold title={t('complaints.part.money')}>
        <KeyValue facts={useMoney(view)} />
      </Fold>
      <Fold title={t('complaints.part.who-sees')}>
        <KeyValue facts={useWhoSees(view)} />
      </Fold>
      <EarlierMatters id={view.file.complaint.id} matters={view.file.earlier} />
    </>
  )
}

/** Leaves out what nobody said. */
const facts = (...rows: readonly (Fact | null)[]): Fact[] =>
  rows.filter((row): row is Fact => row !== null)

function useHandling({ file, names, offices }: CaseView): Fact[] {
  const reader = useReader()
  const { t, instant, name } = reader
  const { complaint, details, late } = file
  const office = offices.find(({ id }) => id === complaint.officeId)
  const closed = details.closedAt && details.closedHow
  const outside = outsideBodyNames(complaint.outsideBody)
  return facts(
    {
      key: t('complaints.fact.owner'),
      value: outside ? name(outside) : personName(reader, names, complaint.ownerId),
    },
    {
      key: t('complaints.fact.office'),
      value: office ? name(office) : areaName(reader, names, complaint.area),
    },
    complaint.nextDueAt && isOpen(complaint.status)
      ? { key: t('complaints.fact.next'), value: instant(complaint.nextDueAt) }
      : null,
    closed ? { key: t('complaints.fact.ended'), value: t(`complaints.closed.${closed}`) } : null,
    details.closedReason
      ? {
          key: t('complaints.close-reason'),
          value: t(`complaints.close-reason.${details.closedReason}`),
        }
      : null,
    late
      ? {
          key: t('cases.late.mark'),
          value: t('cases.late.mark-from', {
            from: t(`cases.late-from.${late.knownFrom}`),
            how: t(`cases.late-how.${late.how}`),
          }),
        }
      : null,
    { key: t('complaints.fact.received'), value: instant(complaint.receivedAt) },
    { key: t('complaints.fact.door'), value: t(`complaints.door.${complaint.door}`) },
    details.paperNumber ? { key: t('complaints.fact.paper'), value: details.paperNumber } : null,
    details.old
      ? {
          key: t('complaints.fact.old-number'),
          value: <OldFile id={complaint.id} old={details.old} />,
        }
      : null,
    details.helpedBy
      ? { key: t('complaints.fact.helped'), value: personName(reader, names, details.helpedBy) }
      : null,
    { key: t('complaints.fact.language'), value: t(`complaints.language.${details.language}`) },
  )
}

function useParties({ file, names }: CaseView): Fact[] {
  const reader = useReader()
  const { t, link } = reader
  const { complaint, details, contact, words, persons } = file
  return facts(
    {
      key: t('complaints.fact.worker'),
      value: words.workerName ?? t(`complaints.unnamed.${complaint.openness}`),
    },
    { key: t('complaints.fact.relation'), value: t(`complaints.relation.${contact.relation}`) },
    {
      key: t('complaints.fact.people'),
      value: (
        <a href={link(routes.complaintPersons.href({ id: complaint.id }))}>
          {t('cases.people', { people: Math.max(details.people, persons.in), known: persons.in })}
        </a>
      ),
    },
    { key: t('complaints.fact.against'), value: useAgainst({ file, names } as CaseView) },
    { key: t('complaints.fact.way'), value: t(`complaints.way.${contact.way}`) },
    contact.safeTimes.length > 0
      ? {
          key: t('complaints.fact.times'),
          value: contact.safeTimes.map((time) => t(`complaints.time.${time}`)).join(' · '),
        }
      : null,
    contact.prefersWoman
      ? { key: t('complaints.fact.woman'), value: t('complaints.fact.woman.yes') }
      : null,
  )
}

function useAgainst({ file, names }: Pick<CaseView, 'file' | 'names'>): Content {
  const reader = useReader()
  const { name, link } = reader
  const { complaint } = file
  const agency = complaint.agencyId ? names.agencies.get(complaint.agencyId) : undefined
  if (agency && complaint.agencyId)
    return <a href={link(routes.agency.href({ id: complaint.agencyId }))}>{name(agency)}</a>
  return againstText(reader, { file, names })
}

/** Who is complained of, in words. */
export function againstText(
  { t, name }: Reader,
  { file, names }: Pick<CaseView, 'file' | 'names'>,
): string {
  const { complaint, details, words } = file
  const agency = complaint.agencyId ? names.agencies.get(complaint.agencyId) : undefined
  if (agency) return name(agency)
  const kind = t(`complaints.respondent.${details.respondentKind}`)
  return words.respondent ? `${words.respondent} (${kind})` : kind
}

/** Open sums are shown as open: not known is not zero. */
function useMoney({ file, names }: CaseView): Fact[] {
  const reader = useReader()
  const { t } = reader
  const { details, claims } = file
  return facts(
    ...claims.map(({ kind, sum }) => ({
      key: t(`complaints.claim.${kind}`),
      value: sum ? (
        <strong class="nowrap">{reader.money(sum)}</strong>
      ) : (
        <span class="muted">{t('complaints.claim.open')}</span>
      ),
    })),
    claims.length === 0
      ? { key: t('complaints.claim.none'), value: <span class="muted">—</span> }
      : null,
    { key: t('complaints.fact.where'), value: whereText(reader, { file, names }) },
    { key: t('complaints.fact.when'), value: monthOf(reader, details.month) },
  )
}

function whereText(reader: Reader, { file, names }: Pick<CaseView, 'file' | 'names'>): string {
  const { country, province } = file.details
  const abroad = country ? names.countries.get(country) : undefined
  const places = [
    abroad ? reader.name(abroad) : country === 'KH' ? reader.t('complaints.home-country') : null,
    province ? areaName(reader, names, province) : null,
  ].filter((place) => place !== null)
  return places.length > 0 ? places.join(' · ') : reader.t('complaints.not-said')
}

function useWhoSees({ file }: CaseView): Fact[] {
  const { t } = useReader()
  return seenItems.map((item) => ({
    key: t(`complaints.seen.${item}`),
    value:
      file.sees[item].length > 0 ? (
        file.sees[item].map((who) => t(`complaints.onlooker.${who}`)).join(', ')
      ) : (
        <span class="muted">{t('complaints.seen.not-there')}</span>
      ),
  }))
}

/** At the top of the page, where it opens after the press, and with the focus. */
export function Revealed({ name, contact }: RevealedContact) {
  const { t } = useReader()
  return (
    <section
      class="revealed"
      id="revealed"
      role="status"
      tabindex={-1}
      autofocus
      aria-label={t('complaints.revealed.title')}
    >
      <h2>{t('complaints.revealed.title')}</h2>
      <p>
        <Icon name="eye" /> {t('complaints.revealed.once')}
      </p>
      <KeyValue
        facts={facts(name ? { key: t('complaints.revealed.name'), value: name } : null, {
          key: t('complaints.revealed.contact'),
          value: <strong>{contact ?? t('complaints.not-said')}</strong>,
        })}
      />
    </section>
  )
}

/** The latest; the others are found by the filters of the list. */
const shownMatters = 8

type MattersProps = { readonly id: string; readonly matters: readonly EarlierMatter[] }

function EarlierMatters({ id, matters }: MattersProps) {
  const { t, day, link } = useReader()
  return (
    <Fold title={t('complaints.part.earlier')}>
      {matters.length === 0 ? (
        <p class="muted">{t('complaints.earlier.none')}</p>
      ) : (
        <ul class="plain">
          {matters.slice(0, shownMatters).map((matter) => (
            <li>
              <a href={link(routes.complaint.href({ id: matter.id }))}>{matter.number}</a>{' '}
              <span class="small muted">
                {t(`complaints.earlier.${matter.why}`)} · {t(`complaints.status.${matter.status}`)}{' '}
                · {day(dayOf(matter.receivedAt))}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={link(routes.complaintDuplicates.href({ id }))}>{t('cases.duplicates.look')}</a>
      </p>
    </Fold>
  )
}
