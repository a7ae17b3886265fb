type Names = { readonly km: string; readonly en: string }

/** One kind of complaint, as the country pack names it. */
export type Category = {
  readonly code: string
  readonly group: string
  readonly groupNames: Names
  readonly names: Names
  /** Shown to others only where it must be: violence, papers taken away, trafficking. */
  readonly sensitive: boolean
  /** Offered to nobody any more; cases that have it keep it. */
  readonly retired: boolean
}

export type CategoryGroup = {
  readonly code: string
  readonly names: Names
  readonly categories: readonly Category[]
}

/** The kinds to choose from under the heading of their group, groups in the order in which they first appear. */
export function groupCategories(categories: readonly Category[]): CategoryGroup[] {
  const groups = new Map<string, Category[]>()
  for (const category of categories.filter(({ retired }) => !retired))
    groups.set(category.group, [...(groups.get(category.group) ?? []), category])
  return [...groups].flatMap(([code, members]) => {
    const [first] = members
    return first ? [{ code, names: first.groupNames, categories: members }] : []
  })
}
