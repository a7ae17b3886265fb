import { langs } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import {
  Button,
  Details,
  emptyForm,
  FileField,
  Form,
  SelectField,
  useReader,
} from '../../../../ui/index.ts'
import { EvidenceList } from '../../../evidence/index.ts'
import type { PayOutPageProps } from './day-page.tsx'

/** The list with its thumbprints, photos of persons, and the receipt of each. */
export function ProofSheet(props: PayOutPageProps) {
  const { payOut, submission, form, writes } = props
  const { t, link } = useReader()
  const { day, entries, scans } = payOut
  const received = entries.filter(({ status }) => status === 'received')
  const people = received.map(({ id, position, name, reference }) => ({
    value: id,
    label: `${position}. ${name ?? reference}`,
  }))
  return (
    <section class="case-part" id="proof">
      <h2>{t('payout.proof')}</h2>
      {scans.length + received.filter(({ photoId }) => photoId !== null).length === 0 ? (
        <p>{t('payout.proof.none')}</p>
      ) : null}
      <EvidenceList evidence={scans} hrefOf={(id) => link(routes.evidence.href({ id }))} />
      <Details summary={t('payout.proof.add')}>
        <Form
          action={link(routes.payOutStep.href({ id: day.id, step: 'proof' }))}
          state={form?.step === 'proof' ? form.state : emptyForm}
          submission={`${submission}-p`}
          multipart
        >
          <FileField
            name="scans"
            label={t('payout.proof.scans')}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            multiple
          />
          {people.length > 0 ? (
            <>
              <SelectField
                name="person"
                label={t('payout.proof.person')}
                options={[{ value: '', label: '—' }, ...people]}
              />
              <FileField
                name="photo"
                label={t('payout.photo')}
                hint={t('payout.photo-hint')}
                accept="image/jpeg,image/png,image/webp"
              />
            </>
          ) : null}
          <Button>{t('payout.proof.save')}</Button>
        </Form>
      </Details>
      {writes && people.length > 0 ? <Receipt {...props} people={people} /> : null}
    </section>
  )
}

type ReceiptProps = PayOutPageProps & {
  readonly people: readonly { readonly value: string; readonly label: string }[]
}

function Receipt({ payOut, submission, form, people }: ReceiptProps) {
  const { t, link } = useReader()
  return (
    <Details summary={t('payout.receipt')}>
      <Form
        action={link(routes.payOutStep.href({ id: payOut.day.id, step: 'paper' }))}
        state={form?.step === 'paper' ? form.state : emptyForm}
        submission={`${submission}-l`}
      >
        <SelectField
          name="entry"
          id="receipt-entry"
          label={t('payout.proof.person')}
          options={people}
        />
        <SelectField
          name="language"
          label={t('letters.field.language')}
          options={langs.map((value) => ({ value, label: t(`letters.language.${value}`) }))}
        />
        <Button kind="secondary">{t('letters.panel.begin')}</Button>
      </Form>
    </Details>
  )
}
