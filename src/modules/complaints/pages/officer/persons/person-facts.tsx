import { routes } from '../../../../../routes.ts'
import {
  DateField,
  type FormState,
  KeyValue,
  TextField,
  useReader,
} from '../../../../../ui/index.ts'
import type { CaseParts, NamedPerson, OpenedClaim } from '../../../actions/read-group.ts'
import type { RevealedContact } from '../../../actions/reveal-contact.ts'
import { consentWays } from '../../../rules/case-tasks.ts'
import type { Complaint } from '../../../rules/complaint.ts'
import { isOpen } from '../../../rules/lifecycle.ts'
import { joinings, leavings, sexes, situations, statementSources } from '../../../rules/person.ts'
import { CodeField, PartForm } from './parts.tsx'

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

type OwnFormProps = PersonPageProps & {
  readonly part: string
  readonly summary: string
  /** What stands in the fields before anybody typed. */
  readonly values?: FormState['values']
  readonly children: Parameters<typeof PartForm>[0]['children']
}

/** A form of this page; none where the case has ended or the reader does not handle cases. */
export function OwnForm({ part, summary, values = {}, children, ...props }: OwnFormProps) {
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

const knownOf = (known: boolean | null): 'yes' | 'no' | 'unknown' =>
  known === null ? 'unknown' : known ? 'yes' : 'no'

/** How she is, whether she takes part, how to reach her, and whether she left. */
export function Facts(props: PersonPageProps) {
  const { t } = useReader()
  return (
    <section class="case-part">
      <h2>{t('cases.person.facts')}</h2>
      <FactList {...props} />
      <FactsForm {...props} />
      <ConsentForm {...props} />
      <ContactAndLeaving {...props} />
    </section>
  )
}

function FactList({ person }: PersonPageProps) {
  const { t, instant } = useReader()
  const left = person.leftAt && person.leftWhy
  return (
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
  )
}

function FactsForm(props: PersonPageProps) {
  const { t } = useReader()
  const { person } = props
  return (
    <OwnForm
      {...props}
      part="facts"
      summary={t('cases.person.change')}
      values={{
        ...{ situation: person.situation, sex: person.sex ?? 'unknown' },
        ...{ minor: knownOf(person.minor), rightName: person.name ?? '' },
      }}
    >
      <p class="muted">{t('cases.correct.about')}</p>
      <TextField
        name="rightName"
        label={t('cases.correct.name')}
        attributes={{ maxlength: 120, autocomplete: 'off' }}
      />
      {person.position > 1 ? (
        <TextField
          name="rightContact"
          label={t('cases.correct.contact')}
          hint={t('cases.correct.contact-hint')}
          attributes={{ maxlength: 100, autocomplete: 'off' }}
        />
      ) : null}
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
      <CodeField
        name="rightSource"
        label={t('cases.correct.source')}
        word={(code) => `cases.source.${code}`}
        codes={statementSources}
      />
      <DateField name="rightOn" legend={t('cases.field.said-on')} />
    </OwnForm>
  )
}

function ConsentForm(props: PersonPageProps) {
  const { t } = useReader()
  const { person } = props
  return (
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
  )
}

function ContactAndLeaving(props: PersonPageProps) {
  const { t } = useReader()
  const { person } = props
  return (
    <>
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
    </>
  )
}
