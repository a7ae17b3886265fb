import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { routes } from '../../../routes.ts'
import { type MessageKind, stageMessage } from '../../messages/index.ts'
import { contactAddress } from '../actions/tell-complainant.ts'
import { wantsMessages } from '../rules/telling.ts'
import { getContact, getDetails } from '../store/details.ts'
import { listOpenReceipts } from '../store/known-receipts.ts'

type Stage = {
  readonly kind: MessageKind
  readonly status: Parameters<typeof stageMessage>[2]['status']
  readonly code?: string
  readonly minutesAgo: number
}

/** Some in every state; the later ones are the younger ones. */
const stages: readonly Stage[] = [
  { kind: 'received', status: 'delivered', minutesAgo: 5000 },
  { kind: 'news', status: 'delivered', minutesAgo: 2880 },
  { kind: 'news', status: 'failed', code: 'receipt-undeliv', minutesAgo: 2500 },
  { kind: 'words', status: 'unknown', code: 'no-answer', minutesAgo: 1500 },
  { kind: 'your-turn', status: 'delivered', minutesAgo: 1400 },
  { kind: 'words', status: 'handed-over', minutesAgo: 900 },
  { kind: 'received', status: 'delivered', minutesAgo: 300 },
  { kind: 'news', status: 'failed', code: 'smpp-0b', minutesAgo: 200 },
  { kind: 'words', status: 'delivered', minutesAgo: 90 },
  { kind: 'news', status: 'queued', minutesAgo: 30 },
  { kind: 'your-turn', status: 'queued', minutesAgo: 10 },
]

/** Messages about open cases whose complainants asked for them. */
export async function fillDemonstrationMessages(
  tx: Tx,
  { vault, now }: { readonly vault: Vault; readonly now: Date },
): Promise<void> {
  const waiting = [...stages]
  for (const { id, number, openness } of await listOpenReceipts(tx)) {
    const contact = await getContact(tx, id)
    if (!wantsMessages({ openness, way: contact.way })) continue
    const to = await contactAddress(tx, vault, contact)
    const stage = to && waiting.shift()
    if (!to || !stage) continue
    const { language } = await getDetails(tx, id)
    const link = `https://become.example${language === 'en' ? '/en' : ''}${routes.follow.path}`
    const message = {
      ...{ vault, cause: `demonstration ${id}`, record: { type: 'complaint', id }, to, language },
      ...{ kind: stage.kind, keyId: contact.keyId, safeHours: contact.safeTimes },
      values: { number, link },
      now: new Date(now.getTime() - stage.minutesAgo * 60_000),
    }
    await stageMessage(tx, message, { status: stage.status, code: stage.code ?? null })
  }
}
