import { dayOf } from '../../../../kernel/days.ts'
import { routes } from '../../../../routes.ts'
import { Button, Panel, SafeLayout, Slip, useReader, WarningText } from '../../../../ui/index.ts'
import type { ReceiptSlip } from '../../actions/receipt-slip.ts'
import { groupSecret } from '../../rules/receipt.ts'

/** The two numbers, shown until they are written down; on paper they stand alone. */
export function ReceiptPage({ slip }: { readonly slip: ReceiptSlip }) {
  const { t, link } = useReader()
  return (
    <SafeLayout>
      <Panel title={t('complain.receipt.title')} />
      <p>
        <strong>{t('complain.receipt.write-down')}</strong>
      </p>
      <Slip
        title={t('complain.slip.title')}
        lines={[
          { label: t('complain.slip.number'), value: slip.number, code: true },
          { label: t('complain.slip.secret'), value: groupSecret(slip.secret), code: true },
        ]}
      >
        <p>{t('complain.slip.keep')}</p>
      </Slip>
      <p>
        <a href={link(routes.complainReceiptPdf.href())}>{t('paper.receipt.open')}</a>
      </p>
      <p class="small">{t('paper.receipt.only-safe')}</p>
      <WarningText>
        {t(slip.canBeRenewed ? 'complain.receipt.can-renew' : 'complain.receipt.cannot-renew')}
      </WarningText>
      <WhatFollows slip={slip} />
      <form method="post" action={link(routes.complainReceipt.href())}>
        <p>{t('complain.receipt.done-means')}</p>
        <Button>{t('complain.receipt.done')}</Button>
      </form>
      <p>
        <a href={link(routes.clearHistory.href())}>{t('complain.clear-history')}</a>
      </p>
    </SafeLayout>
  )
}

function WhatFollows({ slip }: { readonly slip: ReceiptSlip }) {
  const { t, name, day, instant } = useReader()
  return (
    <>
      <h2>{t('complain.start.next')}</h2>
      <ol>
        <li>{t('complain.receipt.office', { office: name(slip.office) })}</li>
        {slip.firstAnswerAt ? (
          <li>
            {t('complain.receipt.first-answer', { when: instant(new Date(slip.firstAnswerAt)) })}
          </li>
        ) : null}
        <li>
          {slip.dueAt
            ? t('complain.receipt.due', { day: day(dayOf(new Date(slip.dueAt))) })
            : t('complain.term.resolve-unknown')}{' '}
          {slip.dueAt && slip.dueIsUncertain ? t('complain.receipt.may-move') : null}
        </li>
        <li>{t('complain.receipt.follow')}</li>
      </ol>
    </>
  )
}
