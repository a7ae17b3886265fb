/**
 * Shares a sum among claims in proportion to them, in whole minor units. Where the sum covers all
 * claims each gets its own; else each gets the whole part of its proportion, and the units left over
 * go one each to the largest remainders, of equal ones to the first. Nothing is lost or invented:
 * the shares sum to the smaller of total and claims, and none is above its claim.
 *
 * `total` and `claims` are zero or more; a claim of zero gets zero.
 */
export function shareInProportion(total: bigint, claims: readonly bigint[]): bigint[] {
  if (total < 0n || claims.some((claim) => claim < 0n))
    throw new RangeError('a total and claims are never below zero')
  const sum = claims.reduce((before, claim) => before + claim, 0n)
  if (total >= sum) return [...claims]
  const shares = claims.map((claim) => (total * claim) / sum)
  const left = Number(shares.reduce((before, share) => before - share, total))
  for (const place of byRemainder(total, claims, sum).slice(0, left))
    shares[place] = (shares[place] ?? 0n) + 1n
  return shares
}

/** The places of the claims, the largest remainder first. */
function byRemainder(total: bigint, claims: readonly bigint[], sum: bigint): number[] {
  const remainders = claims.map((claim) => (total * claim) % sum)
  const of = (place: number): bigint => remainders[place] ?? 0n
  return [...claims.keys()].sort((a, b) => (of(a) === of(b) ? a - b : of(a) < of(b) ? 1 : -1))
}
