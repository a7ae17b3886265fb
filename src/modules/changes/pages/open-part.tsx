import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import { useReader, Worklist, type WorklistRow } from '../../../ui/index.ts'
import type { WaitingRequest } from '../../accounts/index.ts'
import type { Open, OpenChange, PersonBook } from '../actions/read-changes.ts'
import { ChangeLink, PersonName, WaitsFor } from './marks.tsx'

export type OpenPartProps = {
  readonly title: 'changes.part.for-me' | 'changes.part.mine' | 'changes.part.others'
  readonly open: Open
  readonly persons: PersonBook
}

/** What waits for a second person, changes and requests about people alike. */
export function OpenPart({ title, open, persons }: OpenPartProps) {
  const { t } = useReader()
  const columns = ['what', 'kind', 'from', 'by', 'since', 'for'] as const
  const rows = [
    ...open.changes.map((change) => changeRow(change, persons)),
    ...open.requests.map((request) => requestRow(request, persons)),
  ]
  return (
    <section class="case-part">
      <h2>{t(title)}</h2>
      {rows.length === 0 ? (
        <p class="muted">{t('changes.none-open')}</p>
      ) : (
        <Worklist
          stacks
          caption={t(title)}
          columns={columns.map((column) => ({ label: t(`changes.column.${column}`) }))}
          rows={rows}
        />
      )}
    </section>
  )
}

function changeRow(open: OpenChange, persons: PersonBook): WorklistRow {
  const { t, day } = useReader()
  const { change, daysWaiting, isTooLate, waitsFor, fromPool } = open
  return {
    id: change.id,
    tone: isTooLate ? 'danger' : 'attention',
    cells: [
      <ChangeLink change={change} />,
      t(`changes.kind.${change.kind}`),
      isTooLate ? <TooLate day={change.inForceFrom} /> : day(change.inForceFrom),
      <PersonName id={change.proposedBy} persons={persons} />,
      t('changes.waits.days', { count: daysWaiting }),
      <WaitsFor waitsFor={waitsFor} fromPool={fromPool} persons={persons} />,
    ],
  }
}

/** A role that was asked for late begins with the day of its approval, so none is too late. */
function requestRow(waiting: WaitingRequest, persons: PersonBook): WorklistRow {
  const { t, day, link, name } = useReader()
  const { request, daysWaiting, waitsFor } = waiting
  const who = name(request.person)
  return {
    id: request.id,
    tone: 'attention',
    cells: [
      <a href={link(routes.personRequest.href({ id: request.id }))}>
        {request.role
          ? t('people.request.role', { role: t(`role.${request.role}`), name: who })
          : t('people.reset.of', { name: who })}
      </a>,
      t(`changes.kind.person.${request.kind}`),
      request.from ? day(request.from) : '–',
      name(request.proposer),
      t('changes.waits.days', { count: daysWaiting }),
      <WaitsFor waitsFor={waitsFor} fromPool={false} persons={persons} />,
    ],
  }
}

/** A proposal that waited past its day: somebody proposes it anew. */
function TooLate(props: { readonly day: Day }) {
  const { t, day } = useReader()
  return <span class="late">{t('changes.too-late', { day: day(props.day) })}</span>
}
