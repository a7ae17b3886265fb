/** How many failures cost nothing; each further one doubles the wait, from ten seconds on. */
export type Patience = { readonly free: number }

/**
 * There is no count over an account as a whole for passwords: whoever knew a name could lock its
 * owner out. An attacker is slowed where he is, and the owner's own browser is counted apart.
 */
export const patience = {
  /** One account, tried from one address. */
  pair: { free: 5 },
  /** Any accounts, tried from one address, which a whole office may share. */
  address: { free: 30 },
  /** One account, tried from a browser that signed in to it before. */
  device: { free: 8 },
  /** Codes of one account from browsers that it does not know; the password was right each time. */
  code: { free: 10 },
} as const satisfies Readonly<Record<string, Patience>>

export type Failures = { readonly failures: number; readonly lastAt: Date }

const firstWait = 10
const longestWait = 900
/** A failure is forgotten when none followed it for so long. */
export const memoryHours = 24

/** Failures that still count. */
const failuresNow = ({ failures, lastAt }: Failures, now: Date): number =>
  now.getTime() - lastAt.getTime() >= memoryHours * 3_600_000 ? 0 : failures

/** Seconds until the next attempt may be made; 0 for now. */
export function waitFor(found: Failures, { free }: Patience, now: Date): number {
  const over = failuresNow(found, now) - free
  if (over < 0) return 0
  const wait = Math.min(longestWait, firstWait * 2 ** over)
  return Math.max(0, Math.ceil(wait - (now.getTime() - found.lastAt.getTime()) / 1000))
}
