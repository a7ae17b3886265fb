import type { Reader } from '../../../kernel/reader.ts'
import { type Content, Details, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { AgencyFileRead, BasisPart } from '../actions/read-dossier.ts'
import type { FiledContact, Origin, ProposalId, Role } from '../rules/facts.ts'
import type { FileWarning } from '../rules/file-check.ts'
import type { Places } from './words.ts'

/** What one chooses to do: which form, and about which fact. */
export type Choose = (what: string, of?: string) => string
export type FileProps = {
  readonly read: AgencyFileRead
  readonly places: Places
  /** Where the form for a change is; null for those who only read. */
  readonly choose: Choose | null
  readonly proposalHref: ((id: ProposalId) => string) | null
  /** What stands beside a number that is not proven yet. */
  readonly verify?: ((contact: FiledContact) => Content) | undefined
}

/** By which part of the file, and by which form, a warning is answered. */
const answeredBy: Readonly<Record<FileWarning, readonly [BasisPart, string]>> = {
  'shares-below-100': ['owner', 'role'],
  'shares-unknown': ['owner', 'role'],
  'khmer-share-short': ['owner', 'role'],
  'no-director': ['director', 'role'],
  'director-age-unknown': ['director', 'role'],
  'director-age-rule-unknown': ['director', ''],
  'director-too-young': ['director', 'role'],
  'dormitory-too-full': ['dormitory', 'site'],
  'dormitory-unmeasured': ['dormitory', 'site'],
  'dormitory-rule-unknown': ['dormitory', ''],
  'no-head-office': ['site', 'site'],
}
const grave: readonly FileWarning[] = [
  'khmer-share-short',
  'director-too-young',
  'dormitory-too-full',
  'no-director',
  'no-head-office',
]

/** What is missing or does not add up, by which rule, and what to do: it refuses nothing. */
export function Asked({ read, choose }: FileProps) {
  const { t } = useReader()
  if (read.warnings.length === 0) return null
  return (
    <section>
      <h2>{t('agencies.file.asked')}</h2>
      <p class="muted">{t('agencies.file.asked-about')}</p>
      <ul>
        {read.warnings.map((code) => {
          const [part, form] = answeredBy[code]
          const tone: Tone = grave.includes(code) ? 'danger' : 'attention'
          return (
            <li>
              <StatusMark tone={tone} icon="triangle-alert">
                {t(`agencies.warn.${code}`)}
              </StatusMark>{' '}
              <Basis read={read} part={part} />
              {choose && form !== '' ? (
                <>
                  {' '}
                  <a href={choose(form)}>{t(`agencies.do.${form}`)}</a>
                </>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** On what rule a part of the file rests: its article, its value and how sure it is. */
export function Basis({ read, part }: { readonly read: AgencyFileRead; readonly part: BasisPart }) {
  const { t, name } = useReader()
  const rule = read.basis[part]
  return (
    <span class="small muted">
      {t('agencies.file.basis')} {rule?.article ? `${name(rule.article)} ` : ''}
      <RuleLine rule={rule} />
    </span>
  )
}

type DaysProps = {
  readonly from: Role['from']
  readonly to: Role['to']
  readonly today: Role['from']
}

export function Days({ from, to, today }: DaysProps) {
  const { t, day } = useReader()
  if (to === null) return <>{t('agencies.days.since', { from: day(from) })}</>
  const days = { from: day(from), to: day(to) }
  return <>{t(to < today ? 'agencies.days.was' : 'agencies.days.until', days)}</>
}

/** Who said so, when, on what evidence, and who accepted it. */
export function Source({ origin, ...props }: FileProps & { readonly origin: Origin }) {
  const { t, day } = useReader()
  if (origin.proposalId === null) return <>{t('agencies.source.register')}</>
  return (
    <div>
      <OneSource id={origin.proposalId} {...props} />
      {origin.endProposalId ? (
        <>
          <br />
          {t('agencies.source.ended')} <OneSource id={origin.endProposalId} {...props} />
        </>
      ) : null}
      {origin.recordedAt ? null : day(props.read.today)}
    </div>
  )
}

function OneSource({ id, read, proposalHref }: FileProps & { readonly id: ProposalId }) {
  const reader = useReader()
  const found = read.proposals.find((one) => one.id === id)
  if (!found) return <>{reader.t('agencies.source.older')}</>
  const said = sourceText(reader, found)
  return (
    <>
      {proposalHref ? <a href={proposalHref(id)}>{said}</a> : said}
      {found.basis ? (
        <Details summary={reader.t('agencies.source.basis')} class="small">
          {found.basis}
        </Details>
      ) : null}
    </>
  )
}

const sourceText = (
  { t, instant }: Reader,
  { byOffice, decidedAt, proposedAt }: AgencyFileRead['proposals'][number],
): string =>
  t(byOffice ? 'agencies.source.office' : 'agencies.source.agency', {
    at: instant(decidedAt ?? proposedAt),
  })
