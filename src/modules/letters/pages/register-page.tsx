import { dayOf } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  EmptyState,
  FilterBar,
  Icon,
  Input,
  LinkButton,
  OfficerLayout,
  Pagination,
  Select,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { Office } from '../../accounts/index.ts'
import type { WithHeading } from '../actions/letter-words.ts'
import { type Direction, directions, letterStatuses, shownNumber } from '../rules/letter.ts'
import { LetterStatusMark, OldMark } from './marks.tsx'
import { isNarrowed, queryOf, type RegisterQuery } from './register-query.ts'

export type RegisterPageProps = {
  readonly asked: RegisterQuery
  readonly rows: readonly WithHeading[]
  readonly next: string | null
  /** How many wait for this person's signature. */
  readonly toSign: number
  readonly offices: ReadonlyMap<string, Office>
}

/** A register: the newest first, by number, with whoever has it now. */
export function RegisterPage(props: RegisterPageProps) {
  const { t, link } = useReader()
  const { asked, rows, next } = props
  const { direction, old } = asked.filters
  return (
    <OfficerLayout title={t('letters.register.title')}>
      <div class="page-head">
        <h1>{t('letters.register.title')}</h1>
        <div class="page-head__links">
          <a href={link(routes.lettersExport.href(queryOf(asked)))}>
            <Icon name="download" /> {t('letters.register.csv')}
          </a>
          {props.toSign > 0 ? (
            <LinkButton href={link(routes.lettersToSign.href())}>
              {t('letters.to-sign.start', { count: props.toSign })}
            </LinkButton>
          ) : null}
          <LinkButton href={link(routes.letterScans.href())} kind="secondary">
            {t('letters.scans.start')}
          </LinkButton>
          <LinkButton href={link(routes.letterIncoming.href())} kind="secondary">
            {t('letters.incoming.start')}
          </LinkButton>
          <LinkButton href={link(routes.letterNew.href())} kind="secondary">
            {t('letters.new.start')}
          </LinkButton>
        </div>
      </div>
      <Tabs {...props} />
      <Filters asked={asked} />
      {rows.length === 0 ? (
        <EmptyState title={t(`letters.register.none.${old ? 'old' : direction}`)}>
          <p>{t('letters.register.none-hint')}</p>
        </EmptyState>
      ) : (
        <Letters {...props} />
      )}
      <Pagination
        next={
          next ? { href: link(routes.letters.href(queryOf(asked, { after: next }))) } : undefined
        }
      />
    </OfficerLayout>
  )
}

function Tabs({ asked }: RegisterPageProps) {
  const { t, link } = useReader()
  const plain = { status: null, year: null, number: null, oldNumber: null, officeId: null }
  const tab = (direction: Direction, { onOwnDesk = false, old = false } = {}) => ({
    href: link(
      routes.letters.href(
        queryOf({
          filters: { ...plain, holderId: null, direction, old },
          ...{ typedNumber: null, onOwnDesk, after: null },
        }),
      ),
    ),
    current:
      asked.filters.old === old &&
      (old || (asked.filters.direction === direction && asked.onOwnDesk === onOwnDesk)),
  })
  const tabs = [
    { ...tab('outgoing', { onOwnDesk: true }), label: t('letters.register.own-desk') },
    ...directions.toReversed().map((direction) => ({
      ...tab(direction),
      label: t(`letters.direction.${direction}`),
    })),
    { ...tab('outgoing', { old: true }), label: t('letters.register.old') },
  ]
  return (
    <nav class="state-tabs" aria-label={t('letters.register.title')}>
      <ul>
        {tabs.map(({ href, current, label }) => (
          <li>
            <a class="state-tab" href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Filters({ asked }: { readonly asked: RegisterQuery }) {
  const { t, link } = useReader()
  const { direction, status, year, old } = asked.filters
  const statuses = letterStatuses.filter((each) =>
    direction === 'incoming'
      ? ['received', 'withdrawn'].includes(each)
      : !['received', 'filed'].includes(each),
  )
  const kept = {
    ...asked,
    typedNumber: null,
    filters: { ...asked.filters, status: null, year: null },
  }
  return (
    <FilterBar
      action={link(routes.letters.href())}
      hidden={queryOf(kept) as Record<string, string>}
      clearHref={
        isNarrowed(asked)
          ? link(routes.letters.href(old ? { register: 'old' } : { direction }))
          : undefined
      }
    >
      <Input
        name="number"
        type="search"
        width={10}
        label={t('letters.field.number')}
        value={asked.typedNumber ?? ''}
        attributes={{ maxlength: 20 }}
      />
      <Input name="year" width={4} label={t('letters.field.year')} value={year ?? ''} />
      {old ? null : (
        <Select
          name="status"
          label={t('letters.field.status')}
          options={[
            { value: '', label: t('letters.filter.any') },
            ...statuses.map((value) => ({ value, label: t(`letters.status.${value}`) })),
          ]}
          value={status ?? ''}
        />
      )}
    </FilterBar>
  )
}

function Letters({ rows, offices, asked }: RegisterPageProps) {
  const { t, name, link, day } = useReader()
  const { old } = asked.filters
  const incoming = old || asked.filters.direction === 'incoming'
  const officeName = (id: string | null) => {
    const office = id === null ? undefined : offices.get(id)
    return office ? name(office) : '—'
  }
  const columns = [
    ...['number', 'date', 'correspondent', 'subject', 'status'],
    incoming ? 'office' : 'desk',
  ]
  return (
    <Worklist
      caption={old ? t('letters.register.old') : t(`letters.direction.${asked.filters.direction}`)}
      columns={columns.map((column) => ({ label: t(`letters.column.${column}`) }))}
      rows={rows.map(({ letter, heading }) => ({
        id: letter.id,
        cells: [
          <a href={link(routes.letter.href({ id: letter.id }))}>
            {shownNumber(letter) ?? t('letters.no-number')}
          </a>,
          day(letter.receivedOn ?? letter.dated ?? dayOf(letter.draftedAt)),
          heading?.correspondent ?? t('letters.destroyed'),
          heading?.subject ?? '—',
          old ? <OldMark letter={letter} /> : <LetterStatusMark status={letter.status} />,
          incoming ? officeName(letter.officeId) : officeName(letter.holderOfficeId),
        ],
      }))}
    />
  )
}
