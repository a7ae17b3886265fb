import { randomUUID } from 'node:crypto'
import { ok } from '../../../kernel/result.ts'
import { page, type Route, redirect, submits } from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { makeLinkCode, readLinkCode, unlinkChat } from '../actions/link-chat.ts'
import { findChatOf } from '../store/telegram.ts'
import { TelegramPage } from './telegram-page.tsx'

/** Those who work on cases. */
const officers = ['complaints-officer', 'complaints-head'] as const
const limit = { name: 'telegram', points: 20, seconds: 600 }
const again = redirect(routes.accountTelegram.href())

export const telegramRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.accountTelegram.path, access: officers },
    show: async (visit, tx) =>
      page(
        <TelegramPage
          linkedAt={(await findChatOf(tx, visit.actor.id))?.linkedAt ?? null}
          code={await readLinkCode(tx, visit.actor, visit)}
          submission={randomUUID()}
        />,
      ),
  },
  submits<never>({
    ...{ path: routes.accountTelegram.path, access: officers, limit },
    submit: async (visit, tx) => {
      if (visit.form.do === 'end') await unlinkChat(tx, visit.actor, visit.now)
      else await makeLinkCode(tx, visit.actor, visit)
      return ok(again)
    },
    refused: async () => again,
  }),
]
