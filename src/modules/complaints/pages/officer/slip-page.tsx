import { routes } from '../../../../routes.ts'
import { Button, Form, Icon, OfficerLayout, Slip, useReader } from '../../../../ui/index.ts'
import type { AgencyNames } from '../../../agencies/index.ts'
import type { HelpLine } from '../../../places/index.ts'
import type { KeptSlip } from '../../actions/case-file-slip.ts'
import { groupSecret } from '../../rules/receipt.ts'

export type SlipPageProps = {
  readonly slip: KeptSlip
  /** The agency against which it was recorded just now; not for the paper. */
  readonly against: AgencyNames | null
  /** Whom to call about it; null where nobody is known. */
  readonly line: HelpLine | null
  /** How long this browser can open it again. */
  readonly minutes: number
  readonly submission: string
}

/** Number and digits to read out or to print; nothing of the case stands beside them. */
export function SlipPage({ slip, against, line, minutes, submission }: SlipPageProps) {
  const { t, link, name } = useReader()
  return (
    <OfficerLayout title={t('complaints.slip.title')}>
      <h1 class="no-print">{t('complaints.slip.title')}</h1>
      <p class="no-print">{t('complaints.slip.about', { minutes })}</p>
      {against ? (
        <p class="notice no-print">
          {t('complaints.entry.recorded-against', { agency: name(against) })}
        </p>
      ) : null}
      <Slip
        title={t('complaints.slip.name')}
        lines={[
          { label: t('complaints.slip.number'), value: slip.number, code: true },
          { label: t('complaints.slip.secret'), value: groupSecret(slip.secret), code: true },
        ]}
      >
        <p>{t('complaints.slip.keep')}</p>
        <p>
          {t('complaints.slip.follow', {
            site: t('ui.service.name'),
            page: t('follow.title'),
            address: link(routes.follow.href()),
          })}
        </p>
        {line ? (
          <p>
            {t('complaints.slip.call', { name: name(line.name), numbers: line.numbers.join(', ') })}
          </p>
        ) : null}
      </Slip>
      <p class="no-print">
        <a href={link(routes.complaintSlipPdf.href({ id: slip.id }))}>
          <Icon name="printer" /> {t('paper.receipt.open')}
        </a>
      </p>
      <Form
        action={link(routes.complaintSlip.href({ id: slip.id }))}
        state={{ values: {}, errors: {} }}
        submission={submission}
      >
        <Button>{t('complaints.slip.handed-over')}</Button>
      </Form>
    </OfficerLayout>
  )
}
