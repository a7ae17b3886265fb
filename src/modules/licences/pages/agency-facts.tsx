import { routes } from '../../../routes.ts'
import { SummaryList, type SummaryRow, useReader } from '../../../ui/index.ts'
import { type AgencyRecord, isInUse, type Warning } from '../../agencies/index.ts'
import type { AgencyFile } from '../actions/show-agency.ts'

type Props = { readonly file: AgencyFile }

/** Warnings, telephones and pages, sites, other names, connections. */
export function AgencyFacts({ file }: Props) {
  return (
    <>
      <Warnings file={file} />
      <Contacts file={file} />
      <Sites file={file} />
      <People file={file} />
      <OtherNames agency={file.agency} />
      <Links agency={file.agency} />
    </>
  )
}

function Warnings({ file }: Props) {
  const { t } = useReader()
  const { warnings } = file.agency
  if (warnings.length === 0) return null
  return (
    <section>
      <h2>{t('agencies.warning.title')}</h2>
      {warnings.map((warning) => (
        <OneWarning warning={warning} />
      ))}
    </section>
  )
}

function OneWarning({ warning }: { readonly warning: Warning }) {
  const { t, day } = useReader()
  const appeal =
    warning.appealUntil === null
      ? t('agencies.warning.appeal-term-unknown')
      : t('agencies.warning.appeal-until', { until: day(warning.appealUntil) })
  const rows: SummaryRow[] = [
    { key: t('agencies.warning.on'), value: day(warning.on) },
    { key: t('agencies.warning.reason'), value: t(`agencies.warning-reason.${warning.reason}`) },
    { key: t('agencies.warning.source'), value: <Source text={warning.source} /> },
    {
      key: t('agencies.warning.ends'),
      value: warning.endsOn ? day(warning.endsOn) : t('agencies.warning.no-end'),
    },
    {
      key: t('agencies.warning.appeal'),
      value: `${t(`agencies.appeal.${warning.appeal}`)} ${appeal}`,
    },
  ]
  return <SummaryList rows={rows} />
}

/** A number that has ended is said to be no longer the agency's. */
function Contacts({ file }: Props) {
  const { t, day } = useReader()
  const { contacts } = file.agency
  if (contacts.length === 0) return null
  const rows = contacts.map(({ kind, shown, from, to, verified }) => ({
    key: t(`agencies.contact.${kind}`),
    value: (
      <>
        {shown}
        <br />
        <span class="small muted">
          {to && !isInUse({ from, to }, file.asOf)
            ? t('agencies.contact.ended', { to: day(to) })
            : t('agencies.contact.since', { from: day(from) })}
          {verified ? null : <> {t('agencies.contact.unverified')}</>}
        </span>
      </>
    ),
  }))
  return (
    <section>
      <h2>{t('agencies.contact.title')}</h2>
      {file.agency.kind === 'agency' ? <p>{t('agencies.contact.about')}</p> : null}
      <SummaryList rows={rows} />
    </section>
  )
}

function Sites({ file }: Props) {
  const { t, name, day } = useReader()
  const { sites } = file.agency
  if (sites.length === 0) return null
  const rows = sites.map(({ kind, province, address, from, to }) => ({
    key: t(`agencies.site.${kind}`),
    value: (
      <>
        {name(address)}, {name(province)}
        {to && !isInUse({ from, to }, file.asOf) ? (
          <>
            <br />
            <span class="small muted">{t('agencies.site.closed', { to: day(to) })}</span>
          </>
        ) : null}
      </>
    ),
  }))
  return (
    <section>
      <h2>{t('agencies.site.title')}</h2>
      <SummaryList rows={rows} />
    </section>
  )
}

/** Those whom everybody may look up: recruiters by their card, directors where a rule says so. */
function People({ file }: Props) {
  const { t, name, day, link } = useReader()
  if (file.people.length === 0) return null
  const rows = file.people.map(({ role, names, card, from, to }) => ({
    key: t(`agencies.role.${role}`),
    value: (
      <>
        {name(names)}
        {card ? (
          <>
            {' · '}
            <a class="whole" href={link(routes.recruiter.href({ number: card }))}>
              {card}
            </a>
          </>
        ) : null}
        <br />
        <span class="small muted">
          {to
            ? t('agencies.days.was', { from: day(from), to: day(to) })
            : t('agencies.days.since', { from: day(from) })}
        </span>
      </>
    ),
  }))
  return (
    <section>
      <h2>{t('agencies.people.title')}</h2>
      <p>
        <a href={link(routes.recruiters.href())}>{t('agencies.people.check')}</a>
      </p>
      <SummaryList rows={rows} />
    </section>
  )
}

function OtherNames({ agency }: { readonly agency: AgencyRecord }) {
  const { t } = useReader()
  if (agency.otherNames.length === 0) return null
  const kinds = [...new Set(agency.otherNames.map(({ kind }) => kind))]
  const rows = kinds.map((kind) => ({
    key: t(`agencies.name.${kind}`),
    value: agency.otherNames
      .filter((each) => each.kind === kind)
      .map(({ name }) => name)
      .join(' · '),
  }))
  return (
    <section>
      <h2>{t('agencies.name.title')}</h2>
      <SummaryList rows={rows} />
    </section>
  )
}

/** In the language in which it is written: a screen reader has to know. */
const Source = ({ text }: { readonly text: string }) => (
  <span lang={/\p{Script=Khmer}/u.test(text) ? 'km' : 'en'}>{text}</span>
)

function Links({ agency }: { readonly agency: AgencyRecord }) {
  const { t, name, link, day } = useReader()
  if (agency.links.length === 0) return null
  return (
    <section>
      <h2>{t('agencies.link.title')}</h2>
      <ul>
        {agency.links.map(({ kind, direction, other, source, since }) => (
          <li>
            {t(
              kind === 'imitates' ? `agencies.link.imitates-${direction}` : `agencies.link.${kind}`,
            )}{' '}
            <a href={link(routes.agency.href({ id: other.id }))}>{name(other.names)}</a>
            <br />
            <span class="small muted">
              {day(since)} · <Source text={source} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
