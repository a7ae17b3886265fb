/** As `office.kind` allows them; only a provincial office has a province of its own. */
export const officeKinds = [
  'minister',
  'general-department',
  'department',
  'bureau',
  'ministry',
  'provincial',
  'resource-centre',
  'embassy',
] as const
export type OfficeKind = (typeof officeKinds)[number]
