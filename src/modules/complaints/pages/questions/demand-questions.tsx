import {
  CheckboxesField,
  Fieldset,
  InsetText,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import { askedBefore, type ClaimKind, claimKinds } from '../../rules/complaint.ts'
import { notRemembered } from './people-questions.tsx'
import type { QuestionProps } from './question-props.ts'

export function MoneyQuestion({ lists }: QuestionProps) {
  const { t } = useReader()
  return (
    <>
      <h1>{t('complain.money.title')}</h1>
      <p>{t('complain.money.about')}</p>
      {claimKinds.map((kind) => (
        <Claim kind={kind} lists={lists} />
      ))}
    </>
  )
}

function Claim({ kind, lists }: { readonly kind: ClaimKind } & Pick<QuestionProps, 'lists'>) {
  const { t, name } = useReader()
  const currencies = lists.currencies.map(({ code, names }) => ({
    value: code,
    label: `${code} – ${name(names)}`,
  }))
  return (
    <Fieldset legend={t(`complain.money.${kind}`)} legendSize="m">
      <TextField
        name={`${kind}Amount`}
        label={t('complain.money.amount')}
        width={10}
        attributes={{ ...notRemembered, inputmode: 'decimal' }}
      />
      <SelectField
        name={`${kind}Currency`}
        label={t('complain.money.currency')}
        options={currencies}
      />
      <CheckboxesField
        name={`${kind}Open`}
        choices={[{ value: 'yes', label: t('complain.money.open') }]}
      />
    </Fieldset>
  )
}

export function AskedBeforeQuestion() {
  const { t } = useReader()
  return (
    <>
      <RadiosField
        name="askedBefore"
        legend={t('complain.asked-before.title')}
        legendSize="l"
        asHeading
        choices={askedBefore.map((value) => ({ value, label: t(`complain.asked.${value}`) }))}
      />
      <TextareaField
        name="askedAnswer"
        label={t('complain.asked-before.answer')}
        labelSize="m"
        rows={4}
        attributes={notRemembered}
      />
    </>
  )
}

export function StoryQuestion() {
  const { t } = useReader()
  return (
    <>
      <h1>{t('complain.story.title')}</h1>
      <InsetText>
        <p>{t('complain.never-against-you')}</p>
      </InsetText>
      <TextareaField
        name="story"
        label={t('complain.story.label')}
        hint={t('complain.story.hint')}
        rows={10}
        attributes={notRemembered}
      />
    </>
  )
}
