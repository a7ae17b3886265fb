/** A count of a table whose total is published beside it. */
export type Cell = { readonly key: string; readonly count: number }

/**
 * The cells that are not published: every count that is small but not nothing, and as many others
 * as it takes that no hidden one can be found by taking the rest from the total. The smallest are
 * taken; where nothing is left to take, all of them are hidden.
 */
export function hiddenCells(cells: readonly Cell[], least: number): ReadonlySet<string> {
  const hidden = new Set(cells.filter(({ count }) => isSmall(count, least)).map(({ key }) => key))
  if (hidden.size === 0) return hidden
  const others = cells
    .filter(({ key, count }) => !hidden.has(key) && count > 0)
    .sort((a, b) => a.count - b.count || a.key.localeCompare(b.key))
  while (!isSafe(cells, hidden, least)) {
    const next = others.shift()
    if (!next) return new Set(cells.map(({ key }) => key))
    hidden.add(next.key)
  }
  return hidden
}

const isSmall = (count: number, least: number): boolean => count > 0 && count < least

/** Two or more are hidden, and together they are no small number either. */
function isSafe(cells: readonly Cell[], hidden: ReadonlySet<string>, least: number): boolean {
  const own = cells.filter(({ key, count }) => hidden.has(key) && count > 0)
  return own.length >= 2 && own.reduce((sum, { count }) => sum + count, 0) >= least
}
