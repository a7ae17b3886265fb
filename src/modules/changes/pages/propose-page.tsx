import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  Button,
  type Content,
  DateField,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  OfficerLayout,
  TextareaField,
  useReader,
} from '../../../ui/index.ts'

export type ProposePageProps = {
  readonly kind: string
  readonly subject: string
  readonly names: { readonly km: string; readonly en: string }
  readonly home: string
  readonly earliest: Day
  readonly fields: Content
  /** What it would change; null until it was asked for. */
  readonly preview: Content
  readonly state: FormState
  readonly submission: string
}

/** Proposes a change: its fields, from when, why; first seen, then sent. */
export function ProposePage(props: ProposePageProps) {
  const { t, name, link, day } = useReader()
  // What is to be added has no name yet.
  const subject = name(props.names) || t(`changes.kind.${props.kind}`)
  const title = t('changes.propose.title', { name: subject })
  const crumbs = [
    { text: t('changes.title'), href: link(routes.administration.href()) },
    { text: t(`changes.kind.${props.kind}`), href: link(props.home) },
    { text: subject },
  ]
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(props.state)}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      <FormErrors state={props.state} />
      <h1>{title}</h1>
      <p>{t('changes.propose.about')}</p>
      {props.preview ? (
        <section class="changed" id="preview">
          <h2>{t('changes.part.preview')}</h2>
          {props.preview}
        </section>
      ) : null}
      <div id="form">
        <Form
          action={link(routes.changeNew.href({ kind: props.kind }))}
          state={props.state}
          submission={props.submission}
        >
          <input type="hidden" name="subject" value={props.subject} />
          <Carried state={props.state} />
          {props.fields}
          <DateField
            name="from"
            legend={t('changes.field.from')}
            hint={t('changes.field.from-hint', { day: day(props.earliest) })}
          />
          <TextareaField
            name="reason"
            label={t('changes.field.reason')}
            hint={t('changes.field.reason-hint')}
            rows={3}
          />
          <div class="govuk-button-group">
            <Button name="do" value="preview" kind="secondary">
              {t('changes.propose.preview')}
            </Button>
            <Button name="do" value="propose">
              {t('changes.propose.do')}
            </Button>
          </div>
        </Form>
      </div>
    </OfficerLayout>
  )
}

/** What the form started from goes along unchanged, or somebody's newer version would be overwritten. */
const carried = ['basedOn', 'was'] as const

function Carried({ state }: { readonly state: FormState }) {
  const fields = carried.flatMap((name) => {
    const value = state.values[name]
    return typeof value === 'string' ? [{ name, value }] : []
  })
  return (
    <>
      {fields.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
