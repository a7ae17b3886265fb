import { currencies } from '../../../../../kernel/money.ts'
import { routes } from '../../../../../routes.ts'
import {
  Button,
  CheckboxesField,
  type Content,
  DateField,
  Details,
  Form,
  type FormState,
  SelectField,
  Table,
  TextareaField,
  TextField,
  useReader,
} from '../../../../../ui/index.ts'
import type { CaseParts, NamedParty } from '../../../actions/read-group.ts'
import {
  nameKinds,
  partyKinds,
  partyRoles,
  personClaimKinds,
  statementFields,
  statementSources,
} from '../../../rules/person.ts'
import { speakerRelations } from '../../../rules/representative.ts'
import type { NameBook } from '../names.ts'
import { partyName } from './texts.tsx'

export type PartFormProps = {
  readonly action: string
  readonly part: string
  readonly summary: string
  readonly state: FormState
  /** The form that was sent and refused stands open, with what was typed. */
  readonly isOpen: boolean
  readonly submission: string
  readonly children: Content
}

/** A form that stands folded until somebody needs it. */
export function PartForm({ action, part, summary, children, ...props }: PartFormProps) {
  return (
    <Details summary={summary} open={props.isOpen}>
      <Form action={action} state={props.state} submission={`${props.submission}-${part}`}>
        {children}
        <Button kind="secondary">{summary}</Button>
      </Form>
    </Details>
  )
}

type Codes = {
  readonly name: string
  readonly label: string
  /** The key of a code's word. */
  readonly word: (code: string) => string
}

/** A choice among codes that have a word each. */
export function CodeField({
  name,
  label,
  word,
  codes,
}: Codes & { readonly codes: readonly string[] }) {
  const { t } = useReader()
  return (
    <SelectField
      name={name}
      label={label}
      options={codes.map((code) => ({ value: code, label: t(word(code)) }))}
    />
  )
}

export function CurrencyField({ name }: { readonly name: string }) {
  const { t } = useReader()
  const options = currencies.map((code) => ({ value: code, label: code }))
  return <SelectField name={name} label={t('cases.field.currency')} options={options} />
}

export function PartyFields() {
  const { t } = useReader()
  return (
    <>
      <CodeField
        name="partyRole"
        label={t('cases.field.role')}
        word={(code) => `cases.role.${code}`}
        codes={partyRoles}
      />
      <CodeField
        name="partyKind"
        label={t('cases.field.kind')}
        word={(code) => `cases.party.${code}`}
        codes={partyKinds}
      />
      <TextField
        name="partyName"
        label={t('cases.field.party-name')}
        hint={t('cases.field.party-name-hint')}
        attributes={{ maxlength: 200, autocomplete: 'off' }}
      />
      <CodeField
        name="partyNameIs"
        label={t('cases.field.name-is')}
        word={(code) => `cases.name-is.${code}`}
        codes={nameKinds}
      />
      <CheckboxesField
        name="partyMinor"
        choices={[{ value: 'yes', label: t('cases.field.party-minor') }]}
      />
    </>
  )
}

export function StatementFields() {
  const { t } = useReader()
  return (
    <>
      <CodeField
        name="saidField"
        label={t('cases.field.about')}
        word={(code) => `cases.about.${code}`}
        codes={statementFields}
      />
      <TextField
        name="saidValue"
        label={t('cases.field.value')}
        attributes={{ maxlength: 500, autocomplete: 'off' }}
      />
      <CodeField
        name="saidSource"
        label={t('cases.field.source')}
        word={(code) => `cases.source.${code}`}
        codes={statementSources}
      />
      <DateField name="saidOn" legend={t('cases.field.said-on')} />
    </>
  )
}

export function SpeakerFields() {
  const { t } = useReader()
  return (
    <>
      <TextField
        name="speakerName"
        label={t('cases.field.speaker')}
        attributes={{ maxlength: 200, autocomplete: 'off' }}
      />
      <CodeField
        name="speakerRelation"
        label={t('cases.field.relation')}
        word={(code) => `cases.speaker.${code}`}
        codes={speakerRelations}
      />
    </>
  )
}

export function ClaimFields() {
  const { t } = useReader()
  return (
    <>
      <CodeField
        name="claimKind"
        label={t('cases.field.claim')}
        word={(code) => `cases.claim-kind.${code}`}
        codes={personClaimKinds}
      />
      <TextField
        name="claimSum"
        label={t('cases.field.sum')}
        hint={t('cases.field.sum-hint')}
        width={10}
        attributes={{ inputmode: 'decimal', autocomplete: 'off' }}
      />
      <CurrencyField name="claimCurrency" />
      <TextField
        name="claimShare"
        label={t('cases.field.share')}
        hint={t('cases.field.share-hint')}
        width={10}
        attributes={{ autocomplete: 'off' }}
      />
      <TextareaField name="claimBasis" label={t('cases.field.basis')} rows={2} />
      <TextField
        name="claimCreditor"
        label={t('cases.field.creditor')}
        attributes={{ maxlength: 200, autocomplete: 'off' }}
      />
      <TextField
        name="claimInterest"
        label={t('cases.field.interest')}
        attributes={{ maxlength: 100, autocomplete: 'off' }}
      />
      <DateField name="claimArose" legend={t('cases.field.arose-on')} />
    </>
  )
}

export type PartsProps = {
  readonly id: string
  readonly parts: CaseParts
  readonly names: NameBook
  readonly submission: string
}

export function Parties({ id, parts, names, submission }: PartsProps) {
  const reader = useReader()
  const { t, link, instant } = reader
  const end = (party: NamedParty) =>
    party.endedAt ? (
      t('cases.party.ended', { when: instant(party.endedAt) })
    ) : (
      <Form
        action={link(routes.complaintPart.href({ id, part: 'party-end' }))}
        state={{ values: {}, errors: {} }}
        submission={`${submission}-${party.id}`}
      >
        <input type="hidden" name="party" value={party.id} />
        <Button kind="secondary">{t('cases.party.end')}</Button>
      </Form>
    )
  return (
    <Table
      caption={t('cases.parties')}
      captionSize="s"
      head={[t('cases.field.role'), t('cases.column.party'), t('cases.column.said-on')]}
      rows={parts.parties.map((party) => [
        t(`cases.role.${party.role}`),
        partyName(reader, names, party),
        end(party),
      ])}
    />
  )
}

export function Speakers({ speakers }: { readonly speakers: CaseParts['speakers'] }) {
  const { t, instant } = useReader()
  if (speakers.length === 0) return <p class="muted">{t('cases.speakers.none')}</p>
  return (
    <ul>
      {speakers.map(({ name, relation, since, until }) => (
        <li>
          {t(until ? 'cases.speakers.was' : 'cases.speakers.is', {
            name: name ?? t('complaints.words.destroyed'),
            relation: t(`cases.speaker.${relation}`),
            since: instant(since),
            until: until ? instant(until) : '',
          })}
        </li>
      ))}
    </ul>
  )
}
