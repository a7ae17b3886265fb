import { routes } from '../../../../../routes.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  Icon,
  KeyValue,
  OfficerLayout,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../../../ui/index.ts'
import type { CaseParts, NamedPerson, OpenedClaim } from '../../../actions/read-group.ts'
import type { RevealedContact } from '../../../actions/reveal-contact.ts'
import { consentWays } from '../../../rules/case-tasks.ts'
import type { Complaint } from '../../../rules/complaint.ts'
import { isOpen } from '../../../rules/lifecycle.ts'
import { claimStates, joinings, leavings, sexes, situations } from '../../../rules/person.ts'
import {
  ClaimFields,
  CodeField,
  CurrencyField,
  PartForm,
  SpeakerFields,
  Speakers,
  StatementFields,
  Statements,
} from './parts.tsx'
import { personLabel } from './persons-page.tsx'
import { claimSum } from './texts.tsx'

export type PersonPageProps = {
  readonly complaint: Complaint
  readonly person: NamedPerson
  readonly claims: readonly OpenedClaim[]
  readonly parts: CaseParts
  readonly mayWork: boolean
  readonly notice: boolean
  readonly revealed: RevealedContact | null
  readonly refused: {
    readonly part: string
    readonly state: FormState
    readonly code: string | null
  } | null
  readonly submission: string
}

/** One person of a case: how she is, what she claims, what is said of her, who speaks for her. */
export function PersonPage(props: PersonPageProps) {
  const reader = useReader()
  const { t, link } = reader
  const { complaint, person, refused } = props
  const { id, number } = complaint
  const title = personLabel(reader, person)
  return (
    <OfficerLayout
      title={title}
      hasErrors={refused !== null}
      before={
        <BackLink href={link(routes.complaintPersons.href({ id }))}>
          {t('cases.persons.title', { number })}
        </BackLink>
      }
    >
      {refused && hasErrors(refused.state) ? <FormErrors state={refused.state} /> : null}
      {refused?.code ? (
        <ErrorSummary errors={[{ text: t(`refusal.${refused.code}`), href: '#main' }]} />
      ) : null}
      {props.notice ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t('cases.notice.kept')}
        </p>
      ) : null}
      <h1>{title}</h1>
      <Revealed {...props} />
      <div class="entry">
        <div>
          <Facts {...props} />
          {person.position > 1 ? (
            <OwnForm {...props} part="message" summary={t('cases.message.write')}>
              <TextareaField name="words" label={t('complaints.words.message')} rows={4} />
            </OwnForm>
          ) : null}
          <section class="case-part">
            <h2>{t('cases.speakers.of-person')}</h2>
            <Speakers speakers={props.parts.speakers} />
            <OwnForm {...props} part="representative" summary={t('cases.speaker.replace')}>
              <SpeakerFields />
            </OwnForm>
          </section>
        </div>
        <div>
          <Claims {...props} />
          <section class="case-part">
            <h2>{t('cases.statements.of-person')}</h2>
            <Statements statements={props.parts.statements} />
            <OwnForm {...props} part="statement" summary={t('cases.statement.add')}>
              <StatementFields />
            </OwnForm>
          </section>
        </div>
      </div>
    </OfficerLayout>
  )
}

type OwnFormProps = PersonPageProps & {
  readonly part: string
  readonly summary: string
  /** What stands in the fields before anybody typed. */
  readonly values?: FormState['values']
  readonly children: Parameters<typeof PartForm>[0]['children']
}

/** A form of this page; none where the case has ended or the reader does not handle cases. */
function OwnForm({ part, summary, values = {}, children, ...props }: OwnFormProps) {
  const { link } = useReader()
  const { complaint, person, refused, mayWork, submission } = props
  if (!mayWork || !isOpen(complaint.status)) return null
  const state = refused?.part === part ? refused.state : { values, errors: {} }
  const action = routes.complaintPersonPart.href({
    ...{ id: complaint.id, person: String(person.position), part },
  })
  return (
    <PartForm
      {...{ part, summary, state, submission }}
      action={link(action)}
      isOpen={refused?.part === part}
    >
      {children}
    </PartForm>
  )
}

function Revealed({ revealed }: PersonPageProps) {
  const { t } = useReader()
  if (!revealed) return null
  return (
    <section class="changed" role="status">
      <h2>{t('complaints.revealed.title')}</h2>
      <p>{revealed.contact ?? t('refusal.no-safe-contact')}</p>
      <p class="muted">{t('complaints.revealed.once')}</p>
    </section>
  )
}

const knownOf = (known: boolean | null): 'yes' | 'no' | 'unknown' =>
  known === null ? 'unknown' : known ? 'yes' : 'no'

function Facts(props: PersonPageProps) {
  const { t, instant } = useReader()
  const { person } = props
  const left = person.leftAt && person.leftWhy
  return (
    <section class="case-part">
      <h2>{t('cases.person.facts')}</h2>
      <KeyValue
        facts={[
          { key: t('cases.column.situation'), value: t(`cases.situation.${person.situation}`) },
          { key: t('cases.list.sex'), value: t(`cases.sex.${person.sex ?? 'unknown'}`) },
          { key: t('cases.list.minor'), value: t(`cases.known.${knownOf(person.minor)}`) },
          { key: t('cases.column.joins'), value: t(`cases.joins.${person.joins}`) },
          {
            key: t('cases.person.name-shown'),
            value: t(`cases.known.${knownOf(person.nameShown)}`),
          },
          { key: t('cases.person.joined'), value: instant(person.joinedAt) },
          ...(left && person.leftAt
            ? [{ key: t(`cases.left.${left}`), value: instant(person.leftAt) }]
            : []),
        ]}
      />
      <OwnForm
        {...props}
        part="facts"
        summary={t('cases.person.change')}
        values={{
          ...{ situation: person.situation, sex: person.sex ?? 'unknown' },
          minor: knownOf(person.minor),
        }}
      >
        <CodeField
          name="situation"
          label={t('cases.column.situation')}
          word={(code) => `cases.situation.${code}`}
          codes={situations}
        />
        <CodeField
          name="sex"
          label={t('cases.list.sex')}
          word={(code) => `cases.sex.${code}`}
          codes={[...sexes, 'unknown']}
        />
        <CodeField
          name="minor"
          label={t('cases.list.minor')}
          word={(code) => `cases.known.${code}`}
          codes={['no', 'yes', 'unknown']}
        />
      </OwnForm>
      <OwnForm
        {...props}
        part="joins"
        summary={t('cases.person.consent')}
        values={{ joins: person.joins, nameShown: person.nameShown ? 'yes' : 'no' }}
      >
        <CodeField
          name="joins"
          label={t('cases.column.joins')}
          word={(code) => `cases.joins.${code}`}
          codes={joinings}
        />
        <CodeField
          name="nameShown"
          label={t('cases.person.name-shown')}
          word={(code) => `cases.known.${code}`}
          codes={['no', 'yes']}
        />
        <CodeField
          name="how"
          label={t('complaints.consent.how')}
          word={(code) => `complaints.consent-way.${code}`}
          codes={consentWays}
        />
      </OwnForm>
      {person.hasContact ? (
        <OwnForm {...props} part="contact" summary={t('cases.person.reveal')}>
          <TextField
            name="reason"
            label={t('complaints.field.reason')}
            attributes={{ maxlength: 300, autocomplete: 'off' }}
          />
        </OwnForm>
      ) : null}
      {person.leftAt ? (
        <OwnForm {...props} part="back" summary={t('cases.bulk.back.yes')}>
          <p>{t('cases.person.back-about')}</p>
        </OwnForm>
      ) : (
        <OwnForm {...props} part="left" summary={t('cases.person.leave')}>
          <CodeField
            name="why"
            label={t('cases.person.why')}
            word={(code) => `cases.left.${code}`}
            codes={leavings}
          />
        </OwnForm>
      )}
    </section>
  )
}

function Claims(props: PersonPageProps) {
  const reader = useReader()
  const { t } = reader
  const { claims } = props
  return (
    <section class="case-part">
      <h2>{t('cases.column.claims')}</h2>
      {claims.length === 0 ? <p class="muted">{t('cases.claims.none')}</p> : null}
      {claims.map((claim) => (
        <ClaimPart {...props} claim={claim} />
      ))}
      <OwnForm {...props} part="claim" summary={t('cases.claim.add')}>
        <ClaimFields />
      </OwnForm>
    </section>
  )
}

function ClaimPart({ claim, ...props }: PersonPageProps & { readonly claim: OpenedClaim }) {
  const reader = useReader()
  const { t, day, link } = reader
  const { complaint, person } = props
  const facts = [
    claim.basis && { key: t('cases.field.basis'), value: claim.basis },
    claim.creditor && { key: t('cases.field.creditor'), value: claim.creditor },
    claim.interest && { key: t('cases.field.interest'), value: claim.interest },
    claim.aroseOn && { key: t('cases.field.arose-on'), value: day(claim.aroseOn) },
  ].filter((fact) => typeof fact === 'object' && fact !== null)
  const works = props.mayWork && isOpen(complaint.status)
  return (
    <article>
      <h3>
        {t(`cases.claim-kind.${claim.kind}`)}: {claimSum(reader, claim)}
      </h3>
      <p>
        {t(`cases.direction.${claim.direction}`)} · {t(`cases.claim-state.${claim.state}`)}
      </p>
      {facts.length > 0 ? <KeyValue facts={facts} /> : null}
      {works ? (
        <Form
          action={link(
            routes.complaintPersonPart.href({
              ...{ id: complaint.id, person: String(person.position), part: 'claim-state' },
            }),
          )}
          class="bulk"
          state={{
            values: { claimState: claim.state, claimNewCurrency: claim.currency ?? 'USD' },
            errors: {},
          }}
          submission={`${props.submission}-${claim.id}`}
        >
          <input type="hidden" name="claim" value={claim.id} />
          <input type="hidden" name="claimVersion" value={claim.version} />
          <SelectField
            name="claimState"
            id={`state-${claim.id}`}
            label={t('cases.field.state')}
            options={claimStates.map((value) => ({
              value,
              label: t(`cases.claim-state.${value}`),
            }))}
          />
          <TextField
            name="claimNewSum"
            id={`sum-${claim.id}`}
            label={t('cases.field.new-sum')}
            width={10}
            attributes={{ inputmode: 'decimal', autocomplete: 'off' }}
          />
          <CurrencyField name="claimNewCurrency" />
          <Button kind="secondary">{t('cases.claim.change')}</Button>
        </Form>
      ) : null}
    </article>
  )
}
