import {
  CheckboxesField,
  InsetText,
  RadiosField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import { speaksForAnother } from '../../rules/answers.ts'
import { contactWays, opennesses, relations, safeTimes } from '../../rules/complaint.ts'
import type { QuestionProps } from './question-props.ts'

/** Nothing that was typed here may come up again for the next person who uses this phone. */
export const notRemembered = { autocomplete: 'off' } as const

export function WhoQuestion() {
  const { t } = useReader()
  const howMany = (
    <TextField
      name="people"
      label={t('complain.who.people')}
      width={5}
      attributes={{ ...notRemembered, inputmode: 'numeric' }}
    />
  )
  return (
    <RadiosField
      name="relation"
      legend={t('complain.who.title')}
      legendSize="l"
      asHeading
      choices={relations.map((value) => ({
        value,
        label: t(`complain.relation.${value}`),
        more: value === 'group' ? howMany : undefined,
      }))}
    />
  )
}

/** The three ways are explained before the choice, not beside it. */
export function OpennessQuestion() {
  const { t } = useReader()
  return (
    <>
      <h1>{t('complain.openness.title')}</h1>
      <dl class="explained">
        {opennesses.map((value) => (
          <div>
            <dt>{t(`complain.openness.${value}`)}</dt>
            <dd>{t(`complain.openness-means.${value}`)}</dd>
          </div>
        ))}
      </dl>
      <InsetText>
        <p>{t('complain.openness.lost-digits')}</p>
      </InsetText>
      <RadiosField
        name="openness"
        legend={t('complain.openness.choose')}
        legendSize="m"
        choices={opennesses.map((value) => ({ value, label: t(`complain.openness.${value}`) }))}
      />
    </>
  )
}

export function NameQuestion({ answers }: QuestionProps) {
  const { t } = useReader()
  const { relation = 'worker', openness } = answers
  return (
    <>
      <h1>{t(`complain.name.title.${relation}`)}</h1>
      <p>{t(openness === 'confidential' ? 'complain.name.stays' : 'complain.name.is-shown')}</p>
      <TextField
        name="workerName"
        label={t(`complain.name.worker.${relation}`)}
        hint={t('complain.name.hint')}
        attributes={notRemembered}
      />
      {speaksForAnother(relation) ? (
        <TextField
          name="complainantName"
          label={t('complain.name.own')}
          attributes={notRemembered}
        />
      ) : null}
    </>
  )
}

export function ContactQuestion() {
  const { t } = useReader()
  return (
    <>
      <h1>{t('complain.contact.title')}</h1>
      <p>{t('complain.contact.about')}</p>
      <RadiosField
        name="way"
        legend={t('complain.contact.way')}
        legendSize="m"
        choices={contactWays.map((value) => ({
          value,
          label: t(`complain.way.${value}`),
          ...(value === 'message' ? { hint: t('complain.way.message-hint') } : {}),
        }))}
      />
      <TextField
        name="contact"
        label={t('complain.contact.number')}
        hint={t('complain.contact.number-hint')}
        attributes={notRemembered}
      />
      <CheckboxesField
        name="safeTimes"
        legend={t('complain.contact.times')}
        legendSize="m"
        hint={t('complain.contact.times-hint')}
        choices={safeTimes.map((value) => ({ value, label: t(`complain.time.${value}`) }))}
      />
      <RadiosField
        name="prefersWoman"
        legend={t('complain.contact.woman')}
        legendSize="m"
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(`complain.woman.${value}`),
        }))}
      />
    </>
  )
}
