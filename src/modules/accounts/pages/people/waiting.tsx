import { routes } from '../../../../routes.ts'
import { Table, useReader } from '../../../../ui/index.ts'
import type { PersonRequest } from '../../store/requests.ts'
import { type Directory, officeName } from './directory.ts'

/** What waits for a second person: who asked, and since when. */
export function Waiting({
  requests,
  directory,
}: {
  readonly requests: readonly PersonRequest[]
  readonly directory: Directory
}) {
  const reader = useReader()
  const { t, link, name, instant } = reader
  if (requests.length === 0) return null
  return (
    <section aria-labelledby="waiting">
      <h2 class="govuk-heading-m" id="waiting">
        {t('people.waiting.title')}
      </h2>
      <Table
        head={[
          t('people.waiting.what'),
          t('people.waiting.for'),
          t('people.waiting.by'),
          t('people.waiting.since'),
        ]}
        rows={requests.map((request) => [
          <a class="govuk-link" href={link(routes.personRequest.href({ id: request.id }))}>
            {request.role
              ? t('people.waiting.role', { role: t(`role.${request.role}`) })
              : t('people.waiting.reset')}
          </a>,
          request.officeId
            ? `${name(request.person)}, ${officeName(directory, reader, request.officeId)}`
            : name(request.person),
          name(request.proposer),
          instant(request.proposedAt),
        ])}
      />
    </section>
  )
}
