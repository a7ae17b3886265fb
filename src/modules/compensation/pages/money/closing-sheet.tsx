import { routes } from '../../../../routes.ts'
import {
  Button,
  Details,
  Form,
  hasErrors,
  LinkButton,
  RadiosField,
  TextareaField,
  useReader,
  WarningText,
} from '../../../../ui/index.ts'
import { closeReasons, complaintLifecycle } from '../../../complaints/index.ts'
import type { OpenReason } from '../../actions/close-paid.ts'
import { type CaseMoneyProps, stateOf } from './case-money-props.ts'

/** Where on this page, or in the case, that can be settled which keeps it open. */
const placeOf: Readonly<Partial<Record<OpenReason, string>>> = {
  'still-owed': '#dues',
  'not-confirmed': '#words',
  'still-recurring': '#plans',
  'still-to-be-done': '#remedies',
}

/** Why the case cannot end yet, or whose word is missing; and how it ends without that word. */
export function ClosingSheet(props: CaseMoneyProps) {
  const { t, link, day } = useReader()
  const { found, open, waitsSince } = props.money
  const ends = complaintLifecycle.steps['close-without-confirmation'].from
  if (complaintLifecycle.final.includes(found.status))
    return <p>{t('payments.closing.is-closed')}</p>
  const place = open === null ? undefined : placeOf[open]
  return (
    <section class="case-part" id="closing">
      <h2>{t('payments.closing.title')}</h2>
      <p>
        {t(open ? `payments.open.${open}` : 'payments.open.nothing')}{' '}
        {place ? <a href={place}>{t('payments.closing.there')}</a> : null}
      </p>
      {waitsSince ? <p>{t('payments.closing.waits-since', { day: day(waitsSince) })}</p> : null}
      {open === null ? (
        <LinkButton
          href={`${link(routes.complaint.href({ id: found.id }))}#propose-closure`}
          kind="secondary"
        >
          {t('payments.closing.ask')}
        </LinkButton>
      ) : null}
      {ends.includes(found.status) ? <WithoutWord {...props} /> : null}
    </section>
  )
}

function WithoutWord(props: CaseMoneyProps) {
  const { t, link } = useReader()
  const { found } = props.money
  const state = stateOf(props, 'close')
  return (
    <Details summary={t('payments.closing.without')} open={hasErrors(state)}>
      <Form
        action={link(routes.complaintMoneyStep.href({ id: found.id, step: 'close' }))}
        state={state}
        submission={`${props.submission}-c`}
      >
        <input type="hidden" name="version" value={found.version} />
        <WarningText>{t('payments.closing.is-counted')}</WarningText>
        <RadiosField
          name="reason"
          legend={t('complaints.close-reason')}
          legendSize="s"
          choices={closeReasons.map((value) => ({
            value,
            label: t(`complaints.close-reason.${value}`),
          }))}
        />
        <TextareaField
          name="message"
          label={t('payments.closing.message')}
          hint={t('payments.closing.message-hint')}
          rows={4}
        />
        <Button kind="warning">{t('payments.closing.do')}</Button>
      </Form>
    </Details>
  )
}
