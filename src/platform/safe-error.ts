/** What a log may keep of an error: enough to find the place, nothing of the people concerned. */
export type SafeError = {
  readonly type: string
  readonly message?: string
  readonly code?: string
  readonly severity?: string
  readonly routine?: string
  readonly constraint?: string
  readonly table?: string
  readonly stack?: string
  readonly cause?: SafeError
}

const kept = { code: 'code', severity: 'severity', routine: 'routine' } as const
/** As the driver names them. */
const ofDatabase = { constraint: 'constraint_name', table: 'table_name' } as const

/**
 * An error of the database repeats values in its message and detail ("Failing row contains …"),
 * JSON that cannot be read is quoted, and Fastify's own errors name addresses: of these stay code
 * and place. The properties of any error are left out but for those named here.
 */
function safeError(error: unknown, depth = 0): SafeError {
  if (typeof error !== 'object' || error === null) return { type: typeof error }
  const found = error as Readonly<Record<string, unknown>>
  const type = textOf(found.name) ?? 'Error'
  const message = quotes(type, found) ? undefined : textOf(found.message)?.slice(0, 500)
  const facts = Object.entries({ ...kept, ...ofDatabase }).flatMap(([name, from]) => {
    const value = textOf(found[from])
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    type,
    ...(message ? { message } : {}),
    ...Object.fromEntries(facts),
    ...(framesOf(found.stack) ? { stack: framesOf(found.stack) } : {}),
    ...(found.cause && depth < 3 ? { cause: safeError(found.cause, depth + 1) } : {}),
  } as SafeError
}

const quotes = (type: string, { code }: Readonly<Record<string, unknown>>): boolean =>
  type === 'PostgresError' || type === 'SyntaxError' || /^FST_/.test(String(code))

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.slice(0, 500) : undefined

/** The first lines of a stack are the message again. */
const framesOf = (stack: unknown): string =>
  typeof stack === 'string'
    ? stack
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')
    : ''

/** For a logger: `err` is the name under which errors are logged. */
export const safeErrors = { err: (error: unknown) => safeError(error) } as const

/** The same failure, to be thrown to a library that writes down what it is thrown. */
export function withoutValues(error: unknown): Error {
  const { message, stack, ...facts } = safeError(error)
  const said = message ?? `${facts.type} ${facts.code ?? ''} ${facts.constraint ?? ''}`.trim()
  const safe = new Error(said)
  safe.stack = `${said}\n${stack ?? ''}`
  return safe
}
