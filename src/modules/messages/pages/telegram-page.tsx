import { dayOf } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  Button,
  emptyForm,
  Form,
  OfficerLayout,
  useReader,
} from '../../../ui/index.ts'
import { codeMinutes, groupCode } from '../rules/link-code.ts'

export type TelegramPageProps = {
  readonly linkedAt: Date | null
  /** While one counts. */
  readonly code: string | null
  readonly submission: string
}

/** The chat with the ministry's bot that belongs to this account: a code to link it, or its end. */
export function TelegramPage({ linkedAt, code, submission }: TelegramPageProps) {
  const { t, link, day } = useReader()
  const title = t('messages.chat.title')
  const crumbs = [
    { text: t('accounts.account.title'), href: link(routes.account.href()) },
    { text: title },
  ]
  const action = link(routes.accountTelegram.href())
  return (
    <OfficerLayout title={title} before={<Breadcrumbs crumbs={crumbs} />}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('messages.chat.about')}</p>
      <p class="govuk-body">
        {linkedAt
          ? t('messages.chat.since', { day: day(dayOf(linkedAt)) })
          : t('messages.chat.none')}
      </p>
      {code ? (
        <div class="govuk-inset-text">
          <p>{t('messages.chat.send', { minutes: codeMinutes })}</p>
          <p>
            <code class="slip__code">{groupCode(code)}</code>
          </p>
        </div>
      ) : null}
      <Form action={action} state={emptyForm} submission={submission}>
        <Button name="do" value="code">
          {t(code ? 'messages.chat.another' : 'messages.chat.make')}
        </Button>
        {linkedAt ? (
          <Button name="do" value="end" kind="warning">
            {t('messages.chat.end')}
          </Button>
        ) : null}
      </Form>
    </OfficerLayout>
  )
}
