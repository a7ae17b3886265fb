import { routes } from '../../../../routes.ts'
import { Button, StatusMark, useReader } from '../../../../ui/index.ts'
import type { OwnCase } from '../../actions/own-case.ts'

/** What the agency may see beyond kind, month and sums: one item, one answer, each revocable. */
export function CaseConsents({ consents }: Pick<OwnCase, 'consents'>) {
  const { t, link } = useReader()
  if (consents.length === 0) return null
  return (
    <section>
      <h2>{t('follow.consents')}</h2>
      <p>{t('follow.consents-about')}</p>
      {consents.map(({ item, given }) => (
        <form method="post" action={link(routes.followConsent.href({ item }))}>
          <h3>{t(`follow.consent.${item}`)}</h3>
          <p>
            <StatusMark tone={given ? 'attention' : 'protected'}>
              {t(given ? 'follow.consent-given' : 'follow.consent-not-given')}
            </StatusMark>
          </p>
          <input type="hidden" name="change" value={given ? 'withdraw' : 'give'} />
          <Button kind="secondary">
            {t(given ? `follow.consent-withdraw.${item}` : `follow.consent-give.${item}`)}
          </Button>
        </form>
      ))}
    </section>
  )
}
