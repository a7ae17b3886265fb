import type { Reader } from '../../../../../kernel/reader.ts'
import { routes } from '../../../../../routes.ts'
import {
  BackLink,
  type Content,
  EmptyState,
  ErrorSummary,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  Icon,
  LinkButton,
  OfficerLayout,
  Pagination,
  useReader,
  Worklist,
} from '../../../../../ui/index.ts'
import type { MissedDeadline } from '../../../actions/missed-deadline.ts'
import type { CaseParts, GroupPage, NamedPerson } from '../../../actions/read-group.ts'
import type { Complaint } from '../../../rules/complaint.ts'
import { isOpen } from '../../../rules/lifecycle.ts'
import type { PersonFilters } from '../../../store/group.ts'
import { ComplaintStatusMark } from '../marks.tsx'
import type { NameBook } from '../names.ts'
import { BulkBar } from './bulk-persons.tsx'
import { Missed, MissedFields } from './missed.tsx'
import {
  PartForm,
  Parties,
  PartyFields,
  SpeakerFields,
  Speakers,
  StatementFields,
} from './parts.tsx'
import { Filters, queryOf } from './persons-filters.tsx'
import { Statements } from './statements.tsx'
import { claimSum } from './texts.tsx'

export type PersonsPageProps = {
  readonly complaint: Complaint
  readonly group: GroupPage
  readonly parts: CaseParts
  readonly missed: readonly MissedDeadline[]
  readonly names: NameBook
  readonly filters: PersonFilters
  readonly after: number
  readonly mayWork: boolean
  readonly notice: string | null
  /** A form of the page that was refused. */
  readonly refused: {
    readonly part: string
    readonly state: FormState
    readonly code: string | null
  } | null
  readonly submission: string
}

/** Everybody whom a case concerns, and against whom; a dense page for hundreds. */
export function PersonsPage(props: PersonsPageProps) {
  const { t, link } = useReader()
  const { complaint, refused, group } = props
  const { id, number } = complaint
  const title = t('cases.persons.title', { number })
  return (
    <OfficerLayout
      title={title}
      hasErrors={refused !== null}
      before={
        <BackLink href={link(routes.complaint.href({ id }))}>
          {t('cases.back', { number })}
        </BackLink>
      }
    >
      <Refused refused={refused} />
      {props.notice ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t(`cases.notice.${props.notice}`)}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__marks">
          <ComplaintStatusMark status={complaint.status} />
        </div>
        {isWorkable(props) ? (
          <div class="page-head__links">
            <LinkButton href={link(routes.complaintPersonsNew.href({ id }))} kind="secondary">
              {t('cases.persons.add')}
            </LinkButton>
          </div>
        ) : null}
      </div>
      <Counts {...props} />
      <Filters {...props} />
      {group.persons.length === 0 ? (
        <EmptyState title={t('cases.persons.none')}>
          <p>{t('cases.persons.none-hint')}</p>
        </EmptyState>
      ) : (
        <Persons {...props} />
      )}
      <Pages {...props} />
      <Around {...props} />
    </OfficerLayout>
  )
}

const isWorkable = ({ mayWork, complaint }: PersonsPageProps): boolean =>
  mayWork && isOpen(complaint.status) && complaint.openness !== 'anonymous'

function Refused({ refused }: Pick<PersonsPageProps, 'refused'>) {
  const { t } = useReader()
  if (!refused) return null
  if (hasErrors(refused.state)) return <FormErrors state={refused.state} />
  const code = refused.code ?? 'not-understood'
  return <ErrorSummary errors={[{ text: t(`refusal.${code}`), href: '#persons' }]} />
}

function Counts({ group: { counts } }: PersonsPageProps) {
  const { t } = useReader()
  return <p class="muted">{t('cases.persons.counts', { ...counts })}</p>
}

function Persons(props: PersonsPageProps) {
  const reader = useReader()
  const { t, link } = reader
  const { complaint, group, filters } = props
  const { id } = complaint
  const works = isWorkable(props)
  const query = { ...queryOf(filters), ...(props.after > 0 ? { after: String(props.after) } : {}) }
  const columns = ['person', 'situation', 'joins', 'claims', 'speaker', 'receipt'] as const
  return (
    <div id="persons" tabindex={-1}>
      <Form
        action={link(routes.complaintPersonsBulk.href({ id }, query))}
        state={{ values: {}, errors: {} }}
        submission={props.submission}
      >
        {works ? <BulkBar /> : null}
        <Worklist
          caption={t('cases.persons.caption')}
          columns={columns.map((column) => ({ label: t(`cases.column.${column}`) }))}
          selectName={works ? 'person' : undefined}
          stacks
          rows={group.persons.map((person) => ({
            id: person.id,
            name: personLabel(reader, person),
            cells: cellsOf(reader, { id, person }),
          }))}
        />
      </Form>
    </div>
  )
}

export const personLabel = ({ t }: Reader, { position, name }: NamedPerson): string =>
  t('cases.person.label', { position, name: name ?? t('cases.person.nameless') })

function cellsOf(reader: Reader, { id, person }: { id: string; person: NamedPerson }): Content[] {
  const { t, link } = reader
  const claims = person.claims.filter(({ state }) => state !== 'cancelled')
  return [
    <a href={link(routes.complaintPerson.href({ id, person: String(person.position) }))}>
      {personLabel(reader, person)}
    </a>,
    [
      t(`cases.situation.${person.situation}`),
      person.minor ? t('cases.person.minor') : null,
      person.leftWhy ? t(`cases.left.${person.leftWhy}`) : null,
    ]
      .filter(Boolean)
      .join(' · '),
    t(`cases.joins.${person.joins}`),
    claims.length === 0
      ? t('cases.claims.none')
      : claims
          .map((claim) => `${t(`cases.claim-kind.${claim.kind}`)}: ${claimSum(reader, claim)}`)
          .join(' · '),
    person.speaker ?? t('cases.speaker.as-all'),
    person.position === 1
      ? t('cases.receipt.of-case')
      : (person.receiptNumber ?? t('cases.receipt.none')),
  ]
}

function Pages({ complaint: { id }, group, filters, after }: PersonsPageProps) {
  const { link } = useReader()
  const to = (place: number | null) => ({
    href: link(
      routes.complaintPersons.href(
        { id },
        { ...queryOf(filters), ...(place ? { after: String(place) } : {}) },
      ),
    ),
  })
  return (
    <Pagination
      previous={after > 0 ? to(null) : undefined}
      next={group.next === null ? undefined : to(group.next)}
    />
  )
}

/** Against whom, what sources say of the whole case, and who speaks for all. */
function Around(props: PersonsPageProps) {
  const { t, link } = useReader()
  const { complaint, parts, missed, names, refused, submission } = props
  const { id } = complaint
  const form = (part: string) => ({
    ...{ part, submission },
    action: link(routes.complaintPart.href({ id, part })),
    isOpen: refused?.part === part,
    state: refused?.part === part ? refused.state : { values: {}, errors: {} },
  })
  const works = isWorkable(props)
  return (
    <>
      <section class="case-part">
        <Parties {...{ id, parts, names, submission }} />
        {works ? (
          <PartForm {...form('party')} summary={t('cases.party.add')}>
            <PartyFields />
          </PartForm>
        ) : null}
      </section>
      <section class="case-part">
        <h2>{t('cases.speakers')}</h2>
        <Speakers speakers={parts.speakers} />
        {works ? (
          <PartForm {...form('representative')} summary={t('cases.speaker.replace')}>
            <SpeakerFields />
          </PartForm>
        ) : null}
      </section>
      <section class="case-part">
        <h2>{t('cases.statements.of-case')}</h2>
        <Statements statements={parts.statements} />
        {works ? (
          <PartForm {...form('statement')} summary={t('cases.statement.add')}>
            <StatementFields />
          </PartForm>
        ) : null}
      </section>
      <section class="case-part">
        <h2>{t('cases.missed')}</h2>
        <Missed missed={missed} />
        {works ? (
          <PartForm {...form('deadline')} summary={t('cases.missed.add')}>
            <MissedFields />
          </PartForm>
        ) : null}
      </section>
    </>
  )
}
