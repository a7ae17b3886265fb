import type { NewDue, Party } from '../../ledger/index.ts'

/** What was paid under an outcome that has ended and counts towards nothing yet. */
export type Paid = {
  readonly dueId: string
  readonly beneficiaryId: string
  readonly debtor: Party
  readonly currency: string
  readonly minor: bigint
}
export type Credited = { readonly dueId: string; readonly minor: bigint }

/**
 * What is still to be paid after what was paid already: for the same person, by the same debtor, in
 * the same currency, from the earliest day on. What was paid beyond it stays hers.
 */
export function afterCredit<D extends Pick<NewDue, 'beneficiaryId' | 'debtor' | 'money' | 'dueOn'>>(
  dues: readonly D[],
  paid: readonly Paid[],
): { readonly dues: D[]; readonly credited: Credited[] } {
  const left = paid.map((one) => ({ ...one }))
  const credited = new Map<string, bigint>()
  const byDay = [...dues].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  const open = byDay.map((due) => {
    let { minor } = due.money
    for (const one of left.filter((each) => isSame(each, due))) {
      const part = one.minor < minor ? one.minor : minor
      if (part <= 0n) continue
      one.minor -= part
      minor -= part
      credited.set(one.dueId, (credited.get(one.dueId) ?? 0n) + part)
    }
    return { ...due, money: { ...due.money, minor } }
  })
  return {
    dues: open.filter(({ money }) => money.minor > 0n),
    credited: [...credited].map(([dueId, minor]) => ({ dueId, minor })),
  }
}

const isSame = (paid: Paid, due: Pick<NewDue, 'beneficiaryId' | 'debtor' | 'money'>): boolean =>
  paid.beneficiaryId === due.beneficiaryId &&
  paid.debtor.id === due.debtor.id &&
  paid.currency === due.money.currency
