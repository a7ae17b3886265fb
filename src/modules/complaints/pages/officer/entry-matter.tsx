import {
  Checkboxes,
  CheckboxesField,
  DateField,
  Details,
  ErrorMessage,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import { otherCountry } from '../../rules/answers.ts'
import { groupCategories } from '../../rules/category.ts'
import { askedBefore, type ClaimKind, claimKinds } from '../../rules/complaint.ts'
import type { EntryPageProps } from './entry-page.tsx'
import { notRemembered } from './entry-people.tsx'

export function MatterFields({ lists, state }: Pick<EntryPageProps, 'lists' | 'state'>) {
  const { t, name } = useReader()
  const chosen = [state.values.categories ?? []].flat()
  const error = state.errors.categories
  return (
    <div id="categories" tabindex={-1}>
      <p>{t('complain.what.about')}</p>
      {error ? <ErrorMessage>{t(error.key, error.values)}</ErrorMessage> : null}
      {groupCategories(lists.categories).map((group) => (
        <Details
          summary={name(group.names)}
          open={group.categories.some(({ code }) => chosen.includes(code))}
        >
          <Checkboxes
            values={chosen}
            name="categories"
            idPrefix={`categories-${group.code}`}
            legend={<span class="govuk-visually-hidden">{name(group.names)}</span>}
            choices={group.categories.map(({ code, names }) => ({
              value: code,
              label: name(names),
            }))}
          />
        </Details>
      ))}
    </div>
  )
}

export function PlaceFields({ lists }: Pick<EntryPageProps, 'lists'>) {
  const { t, name } = useReader()
  const countries = lists.destinations.map(({ code, names }) => ({
    value: code,
    label: name(names),
  }))
  const provinces = lists.provinces.map(({ code, names }) => ({ value: code, label: name(names) }))
  return (
    <>
      <SelectField
        name="country"
        label={t('complain.where.country')}
        options={[
          { value: '', label: t('complaints.field.choose') },
          { value: 'KH', label: t('complain.where.home') },
          ...countries,
          { value: otherCountry, label: t('complaints.entry.other-country') },
        ]}
      />
      <SelectField
        name="province"
        label={t('complaints.entry.province')}
        options={[{ value: '', label: t('complain.where.no-province') }, ...provinces]}
      />
      <DateField name="month" parts={['month', 'year']} legend={t('complain.when.title')} />
      <CheckboxesField
        name="monthUnknown"
        choices={[{ value: 'yes', label: t('complaints.entry.month-unknown') }]}
      />
    </>
  )
}

export function MoneyFields({ lists }: Pick<EntryPageProps, 'lists'>) {
  return (
    <>
      {claimKinds.map((kind) => (
        <ClaimFields kind={kind} lists={lists} />
      ))}
    </>
  )
}

function ClaimFields({
  kind,
  lists,
}: { readonly kind: ClaimKind } & Pick<EntryPageProps, 'lists'>) {
  const { t } = useReader()
  const title = t(`complaints.claim.${kind}`)
  return (
    <fieldset class="entry__claim">
      <legend>{title}</legend>
      <TextField
        name={`${kind}Amount`}
        label={t('complain.money.amount')}
        width={10}
        attributes={{ ...notRemembered, inputmode: 'decimal' }}
      />
      <SelectField
        name={`${kind}Currency`}
        label={t('complain.money.currency')}
        options={lists.currencies.map(({ code }) => ({ value: code, label: code }))}
      />
      <CheckboxesField
        name={`${kind}Open`}
        choices={[{ value: 'yes', label: t('complain.money.is-open') }]}
      />
    </fieldset>
  )
}

export function WordsFields() {
  const { t } = useReader()
  return (
    <>
      <RadiosField
        name="askedBefore"
        legend={t('complaints.part.asked-before')}
        choices={askedBefore.map((value) => ({ value, label: t(`complaints.asked.${value}`) }))}
        inline
      />
      <TextareaField
        name="askedAnswer"
        label={t('complain.asked-before.answer')}
        rows={2}
        attributes={notRemembered}
      />
      <TextareaField
        name="story"
        label={t('complaints.entry.story')}
        rows={8}
        attributes={notRemembered}
      />
      <p class="muted">{t('complain.never-against-you')}</p>
    </>
  )
}
