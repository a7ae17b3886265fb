import { randomUUID } from 'node:crypto'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { readSunk } from '../actions/keep-sunk.ts'
import { readOutbox } from '../actions/read-outbox.ts'
import { type SendAgainRefusal, sendAgain } from '../actions/send-again.ts'
import { messageStatuses, outboxChannels } from '../rules/message.ts'
import { countOutbox, longestWaiting } from '../store/outbox.ts'
import { OutboxPage } from './outbox-page.tsx'

const administrators = ['administrator'] as const
const limit = { name: 'outbox', points: 120, seconds: 600 }

export const outboxRoutes: readonly Route[] = [
  {
    ...{ door: 'page', method: 'get', path: routes.outbox.path, access: administrators },
    show: (visit, tx) => draw(visit, tx, null),
  },
  submits<SendAgainRefusal>({
    ...{ path: routes.outboxAgain.path, access: administrators, limit },
    submit: async (visit, tx) => {
      const queuedAt = new Date(String(visit.form.queued))
      if (Number.isNaN(queuedAt.getTime())) return refuse('not-found')
      const { id = '' } = visit.params
      const done = await sendAgain(tx, visit.actor, { id, queuedAt, at: visit.now })
      return done.ok ? ok(redirect(routes.outbox.href({ again: 'yes' }))) : done
    },
    refused: draw,
  }),
]

async function draw(visit: Visit, tx: Tx, refusal: SendAgainRefusal | null): Promise<Reply> {
  const { query, vault } = visit
  const status = messageStatuses.find((each) => each === query.status) ?? null
  const channel = outboxChannels.find((each) => each === query.channel) ?? null
  const asked = { status, channel, before: cursorIn(query.before) }
  const { rows, more } = await readOutbox(tx, vault, asked)
  const last = rows.at(-1)
  return page(
    <OutboxPage
      rows={rows}
      counts={await countOutbox(tx)}
      longest={await longestWaiting(tx)}
      filter={{ status: status ?? '', channel: channel ?? '' }}
      next={more && last ? `${last.queuedAt.toISOString()}_${last.id}` : null}
      sunk={await readSunk(tx, vault)}
      refusal={refusal}
      sentAgain={query.again === 'yes'}
      submission={randomUUID()}
    />,
  )
}

function cursorIn(text: Visit['query'][string] | undefined) {
  const [at = '', id = ''] = typeof text === 'string' ? text.split('_') : []
  const queuedAt = new Date(at)
  return isUuid(id) && !Number.isNaN(queuedAt.getTime()) ? { queuedAt, id } : null
}
