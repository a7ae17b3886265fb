/** A path with its parameters, and the way to fill them: a broken link does not compile. */
export type Path<P extends string> = {
  readonly path: P
  href(...params: HrefParams<P>): string
}

type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never
type HrefParams<P extends string> = [ParamNames<P>] extends [never]
  ? [query?: Query]
  : [params: Readonly<Record<ParamNames<P>, string>>, query?: Query]
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

export function path<P extends string>(pattern: P): Path<P> {
  const hasParams = pattern.includes(':')
  return {
    path: pattern,
    href(...given) {
      const params = (hasParams ? given[0] : {}) as Record<string, string>
      const query = (hasParams ? given[1] : given[0]) as Query | undefined
      const filled = pattern.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name] ?? ''))
      return filled + queryText(query)
    },
  }
}

function queryText(query: Query | undefined): string {
  if (!query) return ''
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of [value ?? []].flat()) if (one !== '') search.append(name, one)
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
