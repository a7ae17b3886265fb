import { StartFailure } from '../platform/start-failure.ts'

/** What to tell the person who started the program; a bug keeps its trace. */
export function sentenceFor(error: unknown): string {
  if (error instanceof StartFailure) return error.message
  const { code, message, stack } = error as NodeJS.ErrnoException
  const known = code ? sentences[code] : undefined
  if (known) return known(error as Failure)
  return `Something unexpected happened: ${message}\n${stack ?? ''}`
}

type Failure = {
  readonly address?: string
  readonly port?: number
  readonly path?: string
  readonly hostname?: string
  readonly message: string
}

const full = ({ path }: Failure): string =>
  `The disk is full${path ? ` (at ${path})` : ''}: make room and start again.`
const noAnswer = ({ address, hostname, port }: Failure): string =>
  `No database answers at ${address ?? hostname ?? 'the address in DATABASE_URL'}${port ? `:${port}` : ''}: start it, or correct DATABASE_URL.`
const refused = (): string => 'The database refuses the user or password in DATABASE_URL.'

/** By the code of the system or of PostgreSQL. */
const sentences: Readonly<Record<string, (failure: Failure) => string>> = {
  ENOSPC: full,
  EDQUOT: full,
  '53100': full,
  ECONNREFUSED: noAnswer,
  ENOTFOUND: noAnswer,
  EHOSTUNREACH: noAnswer,
  CONNECT_TIMEOUT: noAnswer,
  '28P01': refused,
  '28000': refused,
  '3D000': () => 'The database named in DATABASE_URL does not exist: create it first.',
  '42501': ({ message }) =>
    `The user in DATABASE_URL may not do what the schema needs (${message}): it must own the database and may create roles.`,
  EADDRINUSE: ({ address, port }) =>
    `Port ${port} on ${address} is taken by another program: stop that one, or set PORT.`,
  EADDRNOTAVAIL: ({ address }) => `This machine has no address ${address}: correct HOST.`,
  EACCES: ({ address, port, message }) =>
    port
      ? `This user may not listen on port ${port} of ${address}: set PORT to 1024 or higher.`
      : `This user may not do that: ${message}.`,
}
