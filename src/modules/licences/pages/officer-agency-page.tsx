import { routes } from '../../../routes.ts'
import { ActionList, Breadcrumbs, OfficerLayout, Timeline, useReader } from '../../../ui/index.ts'
import type { Destination } from '../../places/index.ts'
import type { OfficerFile } from '../actions/read-for-officer.ts'
import { AgencyFacts } from './agency-facts.tsx'
import { AgencyHistory } from './agency-history.tsx'
import { AgencyAnswer, AgencyNamesHead, Liability } from './agency-page.tsx'
import { DecisionForm, type DecisionFormProps } from './decision-form-part.tsx'
import { LicenceTable } from './licence-table.tsx'

export type OfficerAgencyPageProps = DecisionFormProps & {
  readonly destinations: readonly Destination[]
}

/** The public file, what officers wrote to it, and the actions that are offered now. */
export function OfficerAgencyPage(props: OfficerAgencyPageProps) {
  const { file, destinations } = props
  const { t, name, link } = useReader()
  const crumbs = [
    { text: t('licences.list.title'), href: link(routes.officerAgencies.href()) },
    { text: name(file.agency.names) },
  ]
  return (
    <OfficerLayout
      title={name(file.agency.names)}
      hasErrors={Object.keys(props.state.errors).length > 0}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      <AgencyNamesHead file={file} />
      <p>
        <a href={link(routes.officerAgencyFile.href({ id: file.agency.id }))}>
          {t('agencies.file.open')}
        </a>
      </p>
      <DecisionForm {...props} />
      <AgencyAnswer file={file} destinations={destinations} />
      <Offered file={file} />
      <Liability file={file} />
      <LicenceTable file={file} destinations={destinations} />
      <Decisions file={file} />
      <AgencyHistory file={file} />
      <AgencyFacts file={file} />
    </OfficerLayout>
  )
}

function Offered({ file }: { readonly file: OfficerFile }) {
  const { t, link } = useReader()
  const open = file.offered.filter(({ actions }) => actions.length > 0)
  return (
    <>
      {open.map(({ licence, actions }) => (
        <ActionList
          title={t('licences.decide.offered', { number: licence.number })}
          actions={actions.map((action) => ({
            label: t(`licences.action.${action}`),
            kind: action === 'revoke' ? ('warning' as const) : ('secondary' as const),
            href: link(
              routes.officerAgency.href({ id: file.agency.id }, { licence: licence.id, action }),
            ),
          }))}
        />
      ))}
    </>
  )
}

function Decisions({ file }: { readonly file: OfficerFile }) {
  const { t, instant } = useReader()
  if (file.decisions.length === 0) return null
  const entries = file.decisions.map((decision) => ({
    title: t(`licences.action.${decision.action}`),
    when: instant(decision.at),
    iso: decision.at.toISOString(),
    children: <p>{decision.note}</p>,
  }))
  return (
    <section>
      <h2>{t('licences.decide.notes')}</h2>
      <p class="muted">{t('licences.decide.notes-about')}</p>
      <Timeline entries={entries} />
    </section>
  )
}
