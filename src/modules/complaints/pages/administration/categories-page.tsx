import { routes } from '../../../../routes.ts'
import {
  Breadcrumbs,
  OfficerLayout,
  StatusMark,
  useReader,
  Worklist,
} from '../../../../ui/index.ts'
import type { Category } from '../../rules/category.ts'

export type CategoriesPageProps = { readonly categories: readonly Category[] }

/** The kinds of complaint, group by group, those that are retired too. */
export function CategoriesPage({ categories }: CategoriesPageProps) {
  const { t, link } = useReader()
  const title = t('complaints.category.title')
  const crumbs = [
    { text: t('changes.title'), href: link(routes.administration.href()) },
    { text: title },
  ]
  const groups = [...new Map(categories.map((each) => [each.group, each.groupNames]))]
  return (
    <OfficerLayout title={title} before={<Breadcrumbs crumbs={crumbs} />}>
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__links">
          <a href={link(routes.administration.href({ kind: 'category' }))}>
            {t('complaints.category.changes')}
          </a>
        </div>
      </div>
      {groups.map(([group]) => (
        <Group categories={categories.filter((each) => each.group === group)} />
      ))}
    </OfficerLayout>
  )
}

function Group({ categories }: CategoriesPageProps) {
  const { t, name, link } = useReader()
  const [first] = categories
  if (!first) return null
  const add = routes.changeNew.href({ kind: 'category' }, { subject: `new/${first.group}` })
  const columns = ['name-km', 'name-en', 'state', 'mark.sensitive'] as const
  return (
    <section class="case-part">
      <h2>{name(first.groupNames)}</h2>
      <Worklist
        stacks
        caption={name(first.groupNames)}
        columns={columns.map((column) => ({ label: t(`complaints.category.${column}`) }))}
        rows={categories.map((category) => ({
          id: category.code,
          cells: [
            <CategoryLink category={category} />,
            category.names.en,
            <StatusMark
              tone={category.retired ? 'neutral' : 'allowed'}
              icon={category.retired ? 'ban' : undefined}
            >
              {t(category.retired ? 'complaints.category.retired' : 'complaints.category.offered')}
            </StatusMark>,
            category.sensitive ? (
              <StatusMark tone="protected">{t('law.value.yes')}</StatusMark>
            ) : (
              ''
            ),
          ],
        }))}
      />
      <p>
        <a href={link(add)}>{t('complaints.category.add')}</a>
      </p>
    </section>
  )
}

function CategoryLink({ category }: { readonly category: Category }) {
  const { link } = useReader()
  const href = routes.changeNew.href({ kind: 'category' }, { subject: category.code })
  return (
    <a href={link(href)} lang="km">
      {category.names.km}
    </a>
  )
}
