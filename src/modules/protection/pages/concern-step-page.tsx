import { routes } from '../../../routes.ts'
import {
  Button,
  DateField,
  Form,
  InsetText,
  RadiosField,
  TextareaField,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import type { ConcernFile } from '../actions/read-concern.ts'
import { type ConcernAction, helpAnswers, helps, yesWays } from '../rules/concern.ts'
import { FormFrame, type FramedForm } from './form-frame.tsx'

export type ConcernStepPageProps = FramedForm & {
  readonly file: ConcernFile
  readonly step: ConcernAction
}

type Asked = 'next' | 'note' | 'help' | 'yes'
/** What each step asks. */
const asked: Readonly<Record<ConcernAction, readonly Asked[]>> = {
  watch: ['next'],
  'offer-help': ['help', 'note', 'next'],
  'look-again': ['note', 'next'],
  'become-complaint': ['yes'],
  'is-safe': ['note'],
  'stop-watching': ['note'],
  'watch-again': ['next'],
}

export function ConcernStepPage(props: ConcernStepPageProps) {
  const { t, link } = useReader()
  const { file, step, state, refusal, submission } = props
  const { id, version } = file.concern
  const title = t(`protection.concern-step.${step}`)
  const back = { href: link(routes.concern.href({ id })), title: t('protection.concern.title') }
  return (
    <FormFrame back={back} heading={title} state={state} refusal={refusal}>
      <InsetText>{t(`protection.concern-about.${step}`)}</InsetText>
      {step === 'become-complaint' ? (
        <p>
          <a href={link(routes.complaintEntry.href())}>{t('protection.concern.enter-complaint')}</a>
        </p>
      ) : null}
      <Form
        action={link(routes.concernStep.href({ id, step }))}
        state={state}
        submission={submission}
      >
        <input type="hidden" name="version" value={version} />
        {asked[step].map((what) => (
          <Ask what={what} />
        ))}
        <Button>{title}</Button>
      </Form>
    </FormFrame>
  )
}

function Ask({ what }: { readonly what: Asked }) {
  const { t } = useReader()
  const choices = (name: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: t(`protection.choice.${name}.${value}`) }))
  switch (what) {
    case 'next':
      return (
        <DateField
          name="next"
          legend={t('protection.field.next')}
          hint={t('protection.concern.next-hint')}
        />
      )
    case 'note':
      return <TextareaField name="note" label={t('protection.field.note')} rows={4} />
    case 'help':
      return (
        <>
          <RadiosField
            name="help"
            legend={t('protection.field.help')}
            choices={choices('help', helps)}
          />
          <RadiosField
            name="answer"
            legend={t('protection.field.her-answer')}
            choices={choices('answer', helpAnswers)}
          />
        </>
      )
    case 'yes':
      return (
        <>
          <RadiosField
            name="yesHow"
            legend={t('protection.field.yesHow')}
            choices={choices('yes', yesWays)}
          />
          <DateField name="yesOn" legend={t('protection.field.yesOn')} />
          <TextField
            name="number"
            label={t('protection.field.number')}
            hint={t('protection.concern.number-hint')}
            width={20}
          />
        </>
      )
  }
}
