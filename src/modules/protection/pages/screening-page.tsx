import { routes } from '../../../routes.ts'
import {
  Button,
  Form,
  type FormState,
  RadiosField,
  StatusMark,
  TextareaField,
  useReader,
} from '../../../ui/index.ts'
import { StandingMark } from '../../law/index.ts'
import type { ProtectionFile } from '../actions/read-protection.ts'
import { screeningAnswers, screeningPersons } from '../rules/screening.ts'
import { wantedSexes } from '../rules/track.ts'
import { FormFrame, type FramedForm } from './form-frame.tsx'

export type ScreeningPageProps = FramedForm & { readonly file: ProtectionFile }

/** The short form: yes, no or not known, and for whom. What nobody asked stays "not known". */
export function ScreeningPage({ file, state, refusal, submission }: ScreeningPageProps) {
  const { t, link, name } = useReader()
  const { id, number } = file.kept
  const { groups, indicators, source, standing } = file.pack
  const back = {
    href: link(routes.complaintProtection.href({ id })),
    title: t('protection.case.title', { number }),
  }
  return (
    <FormFrame back={back} heading={t('protection.screen.title')} state={state} refusal={refusal}>
      <p>{t('protection.screen.about')}</p>
      <p class="muted">
        {t('protection.screen.source', { source })} <StandingMark standing={standing} />
      </p>
      <Form
        action={link(routes.complaintScreening.href({ id }))}
        state={state}
        submission={submission}
      >
        {groups.map((group) => (
          <section class="case-part">
            <h2>{name(group)}</h2>
            {indicators
              .filter((one) => one.group === group.code)
              .map((one) => (
                <Question indicator={one} isHinted={file.hints.includes(one.code)} state={state} />
              ))}
          </section>
        ))}
        <RadiosField
          name="wants"
          legend={t('protection.field.wants')}
          hint={t('protection.screen.wants-hint')}
          choices={wantedSexes.map((value) => ({
            value,
            label: t(`protection.choice.wants.${value}`),
          }))}
        />
        <TextareaField
          name="note"
          label={t('protection.screen.note')}
          hint={t('protection.screen.note-hint')}
          rows={3}
        />
        <Button>{t('protection.screen.save')}</Button>
      </Form>
    </FormFrame>
  )
}

type QuestionProps = {
  readonly indicator: ProtectionFile['pack']['indicators'][number]
  readonly isHinted: boolean
  readonly state: FormState
}

function Question({ indicator, isHinted, state }: QuestionProps) {
  const { t, name } = useReader()
  const { code } = indicator
  const answer = state.values[`a-${code}`] ?? 'not-known'
  const person = state.values[`p-${code}`] ?? 'worker'
  return (
    <fieldset class="screening">
      <legend class="screening__legend">
        {name(indicator)}{' '}
        {isHinted ? (
          <StatusMark tone="attention">{t('protection.screen.hinted')}</StatusMark>
        ) : null}
      </legend>
      <div class="screening__answers">
        {screeningAnswers.map((value) => (
          <label class="screening__answer">
            <input type="radio" name={`a-${code}`} value={value} checked={answer === value} />{' '}
            {t(`protection.choice.known.${value}`)}
          </label>
        ))}
        <label class="screening__person">
          {t('protection.screen.for')}{' '}
          <select name={`p-${code}`} class="govuk-select">
            {screeningPersons.map((value) => (
              <option value={value} selected={person === value}>
                {t(`protection.person.${value}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  )
}
