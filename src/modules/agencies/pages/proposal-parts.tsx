import { dayOf, daysBetween } from '../../../kernel/days.ts'
import type { Reader } from '../../../kernel/reader.ts'
import {
  type Content,
  Details,
  type IconName,
  StatusMark,
  type Tone,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { AgencyFileRead } from '../actions/read-dossier.ts'
import type { Dossier } from '../rules/facts.ts'
import type { OpenedProposal, ProposalStatus } from '../rules/proposal.ts'
import { countryName, type Places, provinceName, shareText } from './words.ts'

const marks: Readonly<Record<ProposalStatus, { readonly tone: Tone; readonly icon: IconName }>> = {
  proposed: { tone: 'attention', icon: 'clock' },
  accepted: { tone: 'allowed', icon: 'circle-check' },
  refused: { tone: 'danger', icon: 'circle-x' },
  withdrawn: { tone: 'neutral', icon: 'circle' },
}

export function ProposalMark({ status }: { readonly status: ProposalStatus }) {
  const { t } = useReader()
  return <StatusMark {...marks[status]}>{t(`agencies.proposal.${status}`)}</StatusMark>
}

type Facts = readonly { readonly key: string; readonly value: string }[]
type Said = { readonly file: Dossier; readonly places: Places }

/** What a proposal says, field by field, in the reader's words. */
export function saidIn(reader: Reader, { content }: OpenedProposal, said: Said): Facts {
  if (!content) return []
  const { t, day } = reader
  const fact = (field: string, value: string | null) =>
    value === null || value === '' ? [] : [{ key: t(`agencies.field.${field}`), value }]
  switch (content.kind) {
    case 'role':
      return [
        ...fact('role', t(`agencies.role.${content.role}`)),
        ...(content.person
          ? personFacts(reader, content.person)
          : fact('person', personName(reader, said.file, content.personId))),
        ...fact('share', content.share === null ? null : shareText(content.share)),
        ...fact('country', content.country && countryName(reader, content.country)),
        ...fact('area', content.province && provinceName(reader, content.province, said.places)),
        ...fact('from', day(content.from)),
      ]
    case 'person':
      return personFacts(reader, content.person)
    case 'site':
      return siteFacts(reader, content, said)
    case 'contact':
      return [
        ...fact('contact', t(`agencies.contact.${content.contact}`)),
        ...fact('shown', content.shown),
        ...fact('from', day(content.from)),
      ]
    default:
      return [
        { key: t(`agencies.do.${content.kind}`), value: endedName(reader, content, said) },
        ...fact('to', day(content.to)),
      ]
  }
}

const personName = ({ name }: Reader, file: Dossier, id: string | null): string => {
  const found = file.persons.find((one) => one.id === id)
  return found ? name(found.names) : ''
}

function personFacts(
  reader: Reader,
  person: NonNullable<Extract<OpenedProposal['content'], { kind: 'role' }>['person']>,
): Facts {
  const { t, day } = reader
  const found: readonly (readonly [string, string | null])[] = [
    ['name-km', person.names.km],
    ['name-latin', person.names.en],
    ['nationality', countryName(reader, person.nationality)],
    ['birth', person.birth && day(person.birth)],
    ['identity', person.identity],
    ['phone', person.phone],
  ]
  return found.flatMap(([field, value]) =>
    value ? [{ key: t(`agencies.field.${field}`), value }] : [],
  )
}

function siteFacts(
  reader: Reader,
  site: Extract<OpenedProposal['content'], { kind: 'site' }>,
  { places }: Said,
): Facts {
  const { t, day, number } = reader
  const found: readonly (readonly [string, string | null])[] = [
    ['site', t(`agencies.site.${site.site}`)],
    ['address-km', site.address.km],
    ['address-latin', site.address.en],
    ['province', site.province && provinceName(reader, site.province, places)],
    ['site-country', site.country && countryName(reader, site.country)],
    ['capacity', site.capacity === null ? null : number(site.capacity)],
    ['floor', site.floor === null ? null : number(site.floor)],
    ['lat', site.lat === null ? null : `${site.lat}, ${site.lon}`],
    ['from', day(site.from)],
  ]
  return found.flatMap(([field, value]) =>
    value ? [{ key: t(`agencies.field.${field}`), value }] : [],
  )
}

type Ended = Extract<OpenedProposal['content'], { kind: 'role-end' | 'site-end' | 'contact-end' }>

function endedName(reader: Reader, { kind, subject }: Ended, { file }: Said): string {
  const { t, name } = reader
  if (kind === 'contact-end') return file.contacts.find(({ id }) => id === subject)?.shown ?? ''
  if (kind === 'site-end') {
    const site = file.sites.find(({ id }) => id === subject)
    return site ? `${t(`agencies.site.${site.kind}`)}, ${name(site.address)}` : ''
  }
  const role = file.roles.find(({ id }) => id === subject)
  return role
    ? `${t(`agencies.role.${role.role}`)}, ${personName(reader, file, role.personId)}`
    : ''
}

type ListProps = {
  readonly read: AgencyFileRead
  readonly places: Places
  readonly now: Date
  /** What may be done with one: a link, a form. */
  readonly steps: (proposal: OpenedProposal) => Content
}

/** What was proposed: what waits, and folded what was decided, with its days. */
export function ProposalList({ read, places, now, steps }: ListProps) {
  const { t } = useReader()
  const shown = read.proposals.filter(({ byOffice }) => !byOffice)
  const waiting = shown.filter(({ status }) => status === 'proposed')
  const decided = shown.filter(({ status }) => status !== 'proposed')
  const rest = { read, places, now, steps }
  return (
    <section>
      <h2>{t('agencies.proposal.title')}</h2>
      <p class="small muted">
        {read.usualDays === null
          ? t('agencies.proposal.usual-unknown')
          : t('agencies.proposal.usual', { days: read.usualDays })}
      </p>
      {waiting.length === 0 ? (
        <p>{t('agencies.proposal.none')}</p>
      ) : (
        <ProposalTable shown={waiting} {...rest} />
      )}
      {decided.length === 0 ? null : (
        <Details summary={t('agencies.proposal.decided', { count: decided.length })}>
          <ProposalTable shown={decided} {...rest} />
        </Details>
      )}
    </section>
  )
}

type TableProps = ListProps & { readonly shown: readonly OpenedProposal[] }

function ProposalTable({ shown, read, places, now, steps }: TableProps) {
  const reader = useReader()
  const { t, instant } = reader
  const said = { file: read.file, places }
  return (
    <Worklist
      caption={t('agencies.proposal.title')}
      stacks
      columns={['change', 'state', 'proposed', 'do'].map((column) => ({
        label: t(`agencies.column.${column}`),
      }))}
      rows={shown.map((one) => ({
        id: one.id,
        cells: [
          <div>
            <strong>{t(`agencies.do.${one.kind}`)}</strong>
            <br />
            <span class="small">
              {saidIn(reader, one, said)
                .map(({ value }) => value)
                .join(' · ')}
            </span>
          </div>,
          <div>
            <ProposalMark status={one.status} />
            {one.reason ? <div class="small">{one.reason}</div> : null}
          </div>,
          `${instant(one.proposedAt)} · ${t('agencies.proposal.days', {
            days: daysBetween(dayOf(one.proposedAt), dayOf(one.decidedAt ?? now)),
          })}`,
          steps(one),
        ],
      }))}
    />
  )
}
