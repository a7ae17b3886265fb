/** A string that cannot be passed where another kind of id is wanted. Every id is a UUIDv7. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => uuid.test(text)
