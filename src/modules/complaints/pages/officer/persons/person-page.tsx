import { routes } from '../../../../../routes.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  FormErrors,
  hasErrors,
  Icon,
  KeyValue,
  OfficerLayout,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../../../ui/index.ts'
import type { OpenedClaim } from '../../../actions/read-group.ts'
import { isOpen } from '../../../rules/lifecycle.ts'
import { claimStates } from '../../../rules/person.ts'
import { ClaimFields, CurrencyField, SpeakerFields, Speakers, StatementFields } from './parts.tsx'
import { Facts, OwnForm, type PersonPageProps } from './person-facts.tsx'
import { personLabel } from './persons-page.tsx'
import { Statements } from './statements.tsx'
import { claimSum } from './texts.tsx'

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
