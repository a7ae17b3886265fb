import { systemActor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Reader } from '../../../kernel/reader.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { typesetApart } from '../../../platform/documents/typeset-apart.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listOffices } from '../../accounts/index.ts'
import { issueReceiptDocument, markOf, mottoOf, receiptCode } from '../../letters/index.ts'
import { groupSecret } from '../rules/receipt.ts'
import { findComplaint } from '../store/complaint.ts'

export type ReceiptPaper = {
  readonly number: string
  readonly secret: string
  readonly day: Day
  readonly at: Date
}

/** The receipt as a PDF: two numbers, the day, and a code whose page says only that day. */
export async function printReceipt(
  tx: Tx,
  { vault, reader }: { vault: Vault; reader: Reader },
  { number, secret, day, at }: ReceiptPaper,
): Promise<Buffer> {
  const { t } = reader
  const ministry = (await listOffices(tx)).find(({ kind }) => kind === 'ministry')
  const line = (label: string, text: string, large: boolean) => ({ label: t(label), text, large })
  const data = {
    lang: reader.lang,
    title: t('paper.receipt.title'),
    motto: mottoOf(reader),
    ministry: ministry ? reader.name(ministry) : '',
    lines: [
      line('complaints.slip.number', number, true),
      line('complaints.slip.secret', groupSecret(secret), true),
      line('paper.receipt.day', reader.day(day), false),
    ],
    paragraphs: [t('complaints.slip.keep'), t('paper.receipt.follow')],
    verify: await markOf(reader, receiptCode(vault, number)),
  }
  return typesetApart({ form: 'slip', data }, at)
}

type Deps = { readonly db: Db; readonly vault: Vault; readonly now: () => Date }

/** After a complaint was received: the day gets its page, under the code that its receipt carries. */
export async function keepReceiptDocument(
  { db, vault, now }: Deps,
  { recordId }: { readonly recordId: string },
): Promise<void> {
  await transact(db, systemActor('receipt'), async (tx) => {
    const complaint = await findComplaint(tx, recordId)
    if (!complaint) return ok(null)
    const day = dayOf(complaint.receivedAt)
    await issueReceiptDocument(tx, vault, { recordId: complaint.number, day, at: now() })
    return ok(null)
  })
}
