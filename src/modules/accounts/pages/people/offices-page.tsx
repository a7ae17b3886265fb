import { routes } from '../../../../routes.ts'
import { BackLink, OfficerLayout, useReader, WideTable } from '../../../../ui/index.ts'
import { type Directory, officeName } from './directory.ts'

/** Every office: its kind, its province and which one stands above it. */
export function OfficesPage({ directory }: { readonly directory: Directory }) {
  const reader = useReader()
  const { t, link, name } = reader
  const province = (code: string | null) => {
    const found = directory.provinces.find((one) => one.code === code)
    return found ? name(found.names) : t('people.areas.all')
  }
  return (
    <OfficerLayout
      title={t('people.offices')}
      before={<BackLink href={link(routes.people.href())} />}
    >
      <h1 class="govuk-heading-l">{t('people.offices')}</h1>
      <p class="govuk-body">{t('people.offices.text')}</p>
      <WideTable
        label={t('people.offices')}
        firstCellIsHeader
        head={[
          t('people.office'),
          t('people.office.kind'),
          t('people.office.province'),
          t('people.office.superior'),
        ]}
        rows={directory.offices.map((office) => [
          <a class="govuk-link" href={link(routes.people.href({ office: office.id }))}>
            {name(office)}
          </a>,
          t(`people.office-kind.${office.kind}`),
          province(office.province),
          officeName(directory, reader, office.superiorId),
        ])}
      />
    </OfficerLayout>
  )
}
