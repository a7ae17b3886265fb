import { routes } from '../../../../../routes.ts'
import { BackLink, OfficerLayout, Slip, useReader } from '../../../../../ui/index.ts'
import type { PersonReceipt } from '../../../actions/person-receipts.ts'
import type { Complaint } from '../../../rules/complaint.ts'
import type { CasePersonId } from '../../../rules/person.ts'
import { groupSecret } from '../../../rules/receipt.ts'

type ReceiptsPageProps = {
  readonly complaint: Complaint
  readonly receipts: readonly PersonReceipt[]
  readonly names: ReadonlyMap<CasePersonId, string>
}

/** Number and digits of each, once: to print, cut and hand over, each slip to whom it names. */
export function ReceiptsPage({ complaint: { id, number }, receipts, names }: ReceiptsPageProps) {
  const { t, link } = useReader()
  return (
    <OfficerLayout
      title={t('cases.receipts.title')}
      before={
        <BackLink href={link(routes.complaintPersons.href({ id }))}>
          {t('cases.persons.title', { number })}
        </BackLink>
      }
    >
      <h1 class="no-print">{t('cases.receipts.title')}</h1>
      <p class="no-print">{t('cases.receipts.about')}</p>
      {receipts.map((receipt) => (
        <Slip
          title={slipTitle(
            t('cases.receipts.one', { position: receipt.position }),
            names.get(receipt.personId),
          )}
          lines={[
            { label: t('complaints.slip.number'), value: receipt.number, code: true },
            { label: t('complaints.slip.secret'), value: groupSecret(receipt.secret), code: true },
          ]}
        >
          <p>{t('complaints.slip.keep')}</p>
        </Slip>
      ))}
    </OfficerLayout>
  )
}

const slipTitle = (title: string, name: string | undefined): string =>
  name === undefined ? title : `${title}: ${name}`
