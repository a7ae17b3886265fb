import {
  Checkboxes,
  CheckboxesField,
  type Choice,
  DateField,
  Details,
  ErrorMessage,
  InsetText,
  RadiosField,
  SelectField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import { noAgency, otherCountry } from '../../rules/answers.ts'
import { type CategoryGroup, groupCategories } from '../../rules/category.ts'
import { respondentKinds } from '../../rules/complaint.ts'
import { notRemembered } from './people-questions.tsx'
import type { QuestionProps } from './question-props.ts'

export function RespondentQuestion() {
  const { t } = useReader()
  return (
    <>
      <h1>{t('complain.respondent.title')}</h1>
      <RadiosField
        name="respondentKind"
        legend={t('complain.respondent.kind')}
        legendSize="m"
        choices={respondentKinds.map((value) => ({
          value,
          label: t(`complain.respondent.${value}`),
          hint: t(`complain.respondent-means.${value}`),
        }))}
      />
      <TextField
        name="respondentWords"
        label={t('complain.respondent.words')}
        hint={t('complain.respondent.words-hint')}
        attributes={notRemembered}
      />
    </>
  )
}

/** Names of the register that the words may mean; both scripts, for she may know only one. */
export function AgencyQuestion({ offered, answers }: QuestionProps) {
  const { t, name } = useReader()
  const agencies: Choice[] = offered.map((agency) => {
    const shown = name(agency.names)
    const other = shown === agency.names.km ? agency.names.en : agency.names.km
    return { value: agency.id, label: shown, hint: other ?? undefined }
  })
  return (
    <>
      <h1>{t('complain.agency.title')}</h1>
      <p>{t('complain.agency.about', { words: answers.respondentWords ?? '' })}</p>
      <RadiosField
        name="agencyId"
        legend={t('complain.agency.choose')}
        legendSize="m"
        choices={[
          ...agencies,
          { divider: t('complain.or') },
          { value: noAgency, label: t('complain.agency.none') },
        ]}
      />
    </>
  )
}

/** Ten headings to open, not forty boxes to scroll past; what is chosen stands open. */
export function WhatQuestion({ lists, state }: QuestionProps) {
  const { t } = useReader()
  const chosen = [state.values.categories ?? []].flat()
  const error = state.errors.categories
  return (
    <>
      <h1>{t('complain.what.title')}</h1>
      <p>{t('complain.what.about')}</p>
      <InsetText>
        <p>{t('complain.never-against-you')}</p>
      </InsetText>
      <div id="categories" tabindex={-1}>
        {error ? <ErrorMessage>{t(error.key, error.values)}</ErrorMessage> : null}
        {groupCategories(lists.categories).map((group) => (
          <WhatGroup group={group} chosen={chosen} />
        ))}
      </div>
    </>
  )
}

type WhatGroupProps = { readonly group: CategoryGroup; readonly chosen: readonly string[] }

function WhatGroup({ group, chosen }: WhatGroupProps) {
  const { name } = useReader()
  const open = group.categories.some(({ code }) => chosen.includes(code))
  return (
    <Details summary={name(group.names)} open={open}>
      <Checkboxes
        values={chosen}
        name="categories"
        idPrefix={`categories-${group.code}`}
        legend={<span class="govuk-visually-hidden">{name(group.names)}</span>}
        choices={group.categories.map(({ code, names }) => ({ value: code, label: name(names) }))}
      />
    </Details>
  )
}

export function WhereQuestion({ lists }: QuestionProps) {
  const { t, name } = useReader()
  const countries = lists.destinations.map(({ code, names }) => ({
    value: code,
    label: name(names),
  }))
  const provinces = lists.provinces.map(({ code, names }) => ({ value: code, label: name(names) }))
  return (
    <>
      <h1>{t('complain.where.title')}</h1>
      <RadiosField
        name="country"
        legend={t('complain.where.country')}
        legendSize="m"
        choices={[
          { value: 'KH', label: t('complain.where.home') },
          ...countries,
          { value: otherCountry, label: t('complain.where.other') },
        ]}
      />
      <SelectField
        name="province"
        label={t('complain.where.province')}
        labelSize="m"
        hint={t('complain.where.province-hint')}
        options={[{ value: '', label: t('complain.where.no-province') }, ...provinces]}
      />
    </>
  )
}

export function WhenQuestion() {
  const { t } = useReader()
  return (
    <>
      <DateField
        name="month"
        parts={['month', 'year']}
        legend={t('complain.when.title')}
        legendSize="l"
        asHeading
        hint={t('complain.when.hint')}
      />
      <CheckboxesField
        name="monthUnknown"
        choices={[{ value: 'yes', label: t('complain.when.unknown') }]}
      />
    </>
  )
}
