/** As much of an office as says who stands above whom, and where. */
export type OfficeInTree = {
  readonly id: string
  readonly code: string
  readonly superiorId: string | null
  readonly province: string | null
}

/** The office itself, every office above it and every one below it. */
export function lineOf(offices: readonly OfficeInTree[], id: string): ReadonlySet<string> {
  const line = new Set([id])
  const above = (one: string): void => {
    const next = offices.find((office) => office.id === one)?.superiorId
    if (!next || line.has(next)) return
    line.add(next)
    above(next)
  }
  const below = (one: string): void => {
    for (const office of offices.filter(({ superiorId }) => superiorId === one)) {
      if (line.has(office.id)) continue
      line.add(office.id)
      below(office.id)
    }
  }
  above(id)
  below(id)
  return line
}

export type CompetentBody =
  | { readonly inside: true; readonly officeId: string }
  /** None inside is free of the line of command: a body outside, by its code in the country pack. */
  | { readonly inside: false; readonly code: string | null }

/**
 * Who deals with a complaint about these offices: the body that the rule names, unless it stands in
 * the line of command of one of them.
 */
export function bodyFor(
  offices: readonly OfficeInTree[],
  named: readonly string[],
  { body, outside }: { readonly body: string | null; readonly outside: string | null },
): CompetentBody {
  const office = offices.find(({ code }) => code === body)
  const inLine = office && named.some((id) => lineOf(offices, id).has(office.id))
  return office && !inLine
    ? { inside: true, officeId: office.id }
    : { inside: false, code: outside }
}
