import { routes } from '../../../../routes.ts'
import { Button, Details, Form, Icon, Input, useReader } from '../../../../ui/index.ts'
import type { WorklistFilters } from '../../rules/worklist.ts'
import type { WorklistView } from '../../store/worklist-views.ts'
import { queryOf } from './worklist-query.ts'

export type SavedViewsProps = {
  readonly filters: WorklistFilters
  readonly views: readonly WorklistView[]
  readonly submission: string
}

/** Lists that this person uses again: a name for what stands in the address. */
export function SavedViews({ filters, views, submission }: SavedViewsProps) {
  const { t, link } = useReader()
  const here = new URLSearchParams(queryOf(filters) as Record<string, string>).toString()
  return (
    <div class="views">
      {views.length > 0 ? (
        <ul class="views__list" aria-label={t('complaints.views.label')}>
          {views.map((view) => (
            <li class="views__one">
              <a
                href={link(`${routes.complaints.path}?${view.query}`)}
                aria-current={view.query === here ? 'true' : undefined}
              >
                {view.name}
              </a>
              <form method="post" action={link(routes.complaintViewDelete.href({ id: view.id }))}>
                <button type="submit" class="views__remove">
                  <Icon name="circle-x" />
                  <span class="govuk-visually-hidden">
                    {t('complaints.views.remove', { name: view.name })}
                  </span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <Details summary={t('complaints.views.save')}>
        <Form
          action={link(routes.complaintViews.href())}
          state={{ values: {}, errors: {} }}
          submission={`${submission}-view`}
          class="views__form"
        >
          <input type="hidden" name="query" value={here} />
          <Input
            name="name"
            id="view-name"
            label={t('complaints.views.name')}
            width={20}
            attributes={{ maxlength: 60 }}
          />
          <Button kind="secondary">{t('complaints.views.keep')}</Button>
        </Form>
      </Details>
    </div>
  )
}
