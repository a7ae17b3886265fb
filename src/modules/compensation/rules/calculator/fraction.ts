/** An exact number: sums over days are rounded once, at the end, and splitting them changes nothing. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const fraction = (n: bigint, d = 1n): Fraction => {
  if (d === 0n) throw new Error('nothing is divided by zero')
  const sign = d < 0n ? -1n : 1n
  const by = gcd(n < 0n ? -n : n, d * sign) || 1n
  return { n: (n * sign) / by, d: (d * sign) / by }
}

export const zero = fraction(0n)

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d })
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const isMore = (a: Fraction, b: Fraction): boolean => a.n * b.d > b.n * a.d
export const larger = (a: Fraction, b: Fraction): Fraction => (isMore(b, a) ? b : a)
export const sumOf = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero)

/** To whole units, up: what is owed is never rounded away. */
export const roundedUp = ({ n, d }: Fraction): bigint => (n > 0n ? (n + d - 1n) / d : n / d)

/** A number of the rulebook, such as 12.7 percent, with no more than four digits after the point. */
export const ofNumber = (value: number): Fraction =>
  fraction(BigInt(Math.round(value * 10_000)), 10_000n)

/** "77.1": at most two digits after the point, for the working that is shown. */
export function shown({ n, d }: Fraction): string {
  const hundredths = (n * 200n + d) / (2n * d)
  const [whole, rest] = [hundredths / 100n, hundredths % 100n]
  return rest === 0n ? String(whole) : `${whole}.${String(rest).padStart(2, '0')}`.replace(/0$/, '')
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
