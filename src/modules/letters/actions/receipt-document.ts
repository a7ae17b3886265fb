import type { Day } from '../../../kernel/days.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { codeFrom } from '../rules/code.ts'
import { insertReceiptDocument } from '../store/document.ts'

/** The code of a receipt: the same for the same record, and told by nothing but the receipt itself. */
export const receiptCode = (vault: Vault, recordId: string): string =>
  codeFrom(vault.blindIndex('receipt-document', recordId))

/** Keeps that something was received on this day, under a code; not what, from whom, or where. */
export const issueReceiptDocument = (
  db: Db | Tx,
  vault: Vault,
  { recordId, day, at }: { recordId: string; day: Day; at: Date },
): Promise<void> => insertReceiptDocument(db, { code: receiptCode(vault, recordId), day, at })
