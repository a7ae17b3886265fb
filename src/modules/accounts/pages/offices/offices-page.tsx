import { routes } from '../../../../routes.ts'
import {
  Breadcrumbs,
  LinkButton,
  OfficerLayout,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { Place } from '../../../places/index.ts'
import type { KnownOffice } from '../../rules/office-change.ts'
import { newOffice } from './office-change-form.ts'

export type OfficeListPageProps = {
  readonly offices: readonly KnownOffice[]
  readonly provinces: readonly Place[]
}

/** Every office, to be renamed, put under another, or joined by a new one. */
export function OfficeListPage({ offices, provinces }: OfficeListPageProps) {
  const { t, name, link } = useReader()
  const title = t('changes.place.office')
  const crumbs = [
    { text: t('changes.title'), href: link(routes.administration.href()) },
    { text: title },
  ]
  const hrefOf = (subject: string) => link(routes.changeNew.href({ kind: 'office' }, { subject }))
  const namesOf = (code: string | null) => offices.find((office) => office.code === code)?.names
  const placeOf = (code: string | null) => provinces.find((place) => place.code === code)?.names
  const columns = ['people.office', 'people.office.kind', 'people.office.province'] as const
  return (
    <OfficerLayout title={title} before={<Breadcrumbs crumbs={crumbs} />}>
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__links">
          <a href={link(routes.administration.href({ kind: 'office' }))}>
            {t('people.office.changes')}
          </a>
          <LinkButton href={hrefOf(newOffice)}>{t('people.office.add')}</LinkButton>
        </div>
      </div>
      <Worklist
        stacks
        caption={title}
        columns={[...columns, 'people.office.superior' as const].map((key) => ({ label: t(key) }))}
        rows={offices.map(({ code, names, kind, province, superior }) => ({
          id: code,
          cells: [
            <a href={hrefOf(code)}>{name(names)}</a>,
            t(`people.office-kind.${kind}`),
            name(placeOf(province) ?? { km: '–', en: '–' }),
            name(namesOf(superior) ?? { km: '–', en: '–' }),
          ],
        }))}
      />
    </OfficerLayout>
  )
}
