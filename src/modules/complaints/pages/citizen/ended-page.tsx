import { routes } from '../../../../routes.ts'
import { Button, LinkButton, SafeLayout, useReader } from '../../../../ui/index.ts'

export type EndedPageProps = {
  readonly hours: number
  /** The question whose answer was typed when the rest had ended already. */
  readonly kept: string | null
}

/** The draft ended or the browser keeps no cookies: said plainly, with the way on. */
export function EndedPage({ hours, kept }: EndedPageProps) {
  const { t, link } = useReader()
  return (
    <SafeLayout>
      <h1>{t('complain.ended.title')}</h1>
      <p>{t('complain.ended.why', { hours })}</p>
      {kept ? <p>{t('complain.ended.kept')}</p> : <p>{t('complain.ended.cookies')}</p>}
      {kept ? (
        <LinkButton href={link(routes.complainQuestion.href({ question: 'who' }))}>
          {t('complain.ended.again')}
        </LinkButton>
      ) : (
        <form method="post" action={link(routes.complain.href())}>
          <Button>{t('complain.ended.again')}</Button>
        </form>
      )}
    </SafeLayout>
  )
}
