import { apiRoutes } from '../../api-routes.ts'
import type { Described } from '../../platform/http/openapi.ts'
import { CitizenLayout, Table, useReader } from '../../ui/index.ts'

/** The API for people: what it is, how to write to it, and every address. */
export function ApiPage({ addresses }: { readonly addresses: readonly Described[] }) {
  const { t } = useReader()
  const rows = addresses.map(({ method, path, summary, scope }) => [
    <code>{`${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`}</code>,
    <span lang="en">{summary}</span>,
    scope ? <code>{scope}</code> : t('api.open'),
  ])
  return (
    <CitizenLayout title={t('api.title')}>
      <h1>{t('api.title')}</h1>
      <p>{t('api.about')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('api.token')}</li>
        <li>{t('api.idempotency')}</li>
        <li>{t('api.problems')}</li>
      </ul>
      <p>
        <a class="govuk-link" href={apiRoutes.openapi}>
          {t('api.document')}
        </a>
      </p>
      <Table
        class="stacked"
        caption={t('api.addresses')}
        head={[t('api.address'), t('api.summary'), t('api.scope')]}
        rows={rows}
      />
    </CitizenLayout>
  )
}
