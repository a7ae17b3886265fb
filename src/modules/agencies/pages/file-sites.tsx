import type { Reader } from '../../../kernel/reader.ts'
import { EmptyState, StatusMark, useReader, Worklist } from '../../../ui/index.ts'
import type { AgencyFileRead, BasisPart } from '../actions/read-dossier.ts'
import type { FiledContact, FiledSite } from '../rules/facts.ts'
import { Basis, Days, type FileProps, Source } from './file-source.tsx'
import { countryName, type Places, provinceName } from './words.ts'

export function Sites(props: FileProps) {
  const { read, choose, places } = props
  const reader = useReader()
  const { t } = reader
  return (
    <section>
      <h2>{t('agencies.file.sites')}</h2>
      {read.file.sites.length === 0 ? (
        <EmptyState title={t('agencies.file.no-sites')} icon="building" />
      ) : (
        <Worklist
          caption={t('agencies.file.sites')}
          stacks
          columns={['site', 'address', 'days', 'source', 'do'].map((column) => ({
            label: t(`agencies.column.${column}`),
          }))}
          rows={read.file.sites.map((site) => ({
            id: site.id,
            cells: [
              <SiteKindCell site={site} read={read} />,
              siteAddress(reader, site, places),
              <Days {...site} today={read.today} />,
              <Source origin={site} {...props} />,
              choose && site.to === null ? (
                <a href={choose('site-end', site.id)}>{t('agencies.do.site-end')}</a>
              ) : null,
            ],
          }))}
        />
      )}
      {choose ? (
        <p>
          <a href={choose('site')}>{t('agencies.do.site')}</a>
        </p>
      ) : null}
    </section>
  )
}

type SiteCell = { readonly site: FiledSite; readonly read: AgencyFileRead }

function SiteKindCell({ site, read }: SiteCell) {
  const { t, number } = useReader()
  const part: BasisPart =
    site.kind === 'dormitory' || site.kind === 'training-centre'
      ? site.kind
      : site.kind === 'representation'
        ? 'representative'
        : 'site'
  return (
    <div>
      {t(`agencies.site.${site.kind}`)}
      {site.capacity === null ? null : (
        <> · {t('agencies.site.capacity', { people: number(site.capacity) })}</>
      )}
      {site.floor === null ? null : <> · {t('agencies.site.floor', { m2: number(site.floor) })}</>}
      <br />
      <Basis read={read} part={part} />
    </div>
  )
}

function siteAddress(reader: Reader, site: FiledSite, places: Places): string {
  const where = site.country
    ? countryName(reader, site.country)
    : provinceName(reader, site.province ?? '', places)
  const pin = site.lat === null || site.lon === null ? [] : [`${site.lat}, ${site.lon}`]
  return [reader.name(site.address), where, ...pin].join(', ')
}

export function Contacts(props: FileProps) {
  const { read, choose, verify } = props
  const { t } = useReader()
  return (
    <section>
      <h2>{t('agencies.contact.title')}</h2>
      {read.file.contacts.length === 0 ? (
        <EmptyState title={t('agencies.file.no-contacts')} icon="phone" />
      ) : (
        <Worklist
          caption={t('agencies.contact.title')}
          stacks
          columns={['contact', 'proof', 'days', 'source', 'do'].map((column) => ({
            label: t(`agencies.column.${column}`),
          }))}
          rows={read.file.contacts.map((contact) => ({
            id: contact.id,
            cells: [
              `${t(`agencies.contact.${contact.kind}`)}: ${contact.shown}`,
              <Proof contact={contact} />,
              <Days {...contact} today={read.today} />,
              <Source origin={contact} {...props} />,
              <div>
                {verify && contact.verifiedHow === null && contact.to === null
                  ? verify(contact)
                  : null}
                {choose && contact.to === null ? (
                  <a href={choose('contact-end', contact.id)}>{t('agencies.do.contact-end')}</a>
                ) : null}
              </div>,
            ],
          }))}
        />
      )}
      {choose ? (
        <p>
          <a href={choose('contact')}>{t('agencies.do.contact')}</a>
        </p>
      ) : null}
    </section>
  )
}

/** Proven its own or not; one that is not answers for nobody. */
function Proof({ contact }: { readonly contact: FiledContact }) {
  const { t, instant } = useReader()
  const { verifiedHow, verifiedAt, verifiedNote } = contact
  if (verifiedHow === null || verifiedAt === null)
    return (
      <StatusMark tone="attention" icon="circle-question-mark">
        {t('agencies.proof.none')}
      </StatusMark>
    )
  return (
    <div>
      <StatusMark tone="allowed" icon="circle-check">
        {t(`agencies.proof.${verifiedHow}`)}
      </StatusMark>
      <span class="small muted"> {instant(verifiedAt)}</span>
      {verifiedNote ? <div class="small">{verifiedNote}</div> : null}
    </div>
  )
}
