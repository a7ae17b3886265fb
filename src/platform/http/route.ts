import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Html } from '../../html/html.ts'
import type { Actor, Role } from '../../kernel/actor.ts'
import type { Message, Reader } from '../../kernel/reader.ts'
import type { Result } from '../../kernel/result.ts'
import type { Db, Tx } from '../db.ts'
import type { Look } from '../events/audit.ts'
import type { Files } from '../files/files.ts'
import type { Vault } from '../vault/vault.ts'

/** Fields as the browser sent them; a field that came several times is a list. */
export type FormBody = Readonly<Record<string, string | readonly string[]>>

/** A file that came with a form, before anybody has looked at what it is. */
export type Upload = {
  readonly field: string
  /** As the sender called it: shown to officers as text, never used as a path or a type. */
  readonly name: string
  readonly bytes: Buffer
  /** False where it was longer than the route allows: the rest was thrown away. */
  readonly whole: boolean
}

/** What every handler is given: who asks, in which language, when, and with what. */
export type Visit = {
  readonly actor: Actor
  readonly reader: Reader
  readonly now: Date
  readonly params: Readonly<Record<string, string>>
  readonly query: FormBody
  readonly form: FormBody
  readonly cookies: Readonly<Record<string, string | undefined>>
  /** Unique for this attempt to write: from the form's hidden field or the Idempotency-Key. */
  readonly submission: string
  readonly ip: string
  /** As the browser calls this site: name and port. */
  readonly host: string
  readonly vault: Vault
  readonly files: Files
  /** Only on routes with `uploads`; a field left empty brings none. */
  readonly uploads: readonly Upload[]
  setCookie(
    name: string,
    value: string,
    options: { readonly maxAge: number; readonly path?: string },
  ): void
  clearCookie(name: string, path?: string): void
  /** Keeps that somebody looked; written once the answer is ready. */
  looked(look: Look): void
  /**
   * Reads in a transaction of its own: once the answer is under way, so that a long file holds no
   * connection while its reader is slow, or as somebody who is half signed in.
   */
  readAs<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
}

export type Reply =
  | {
      readonly kind: 'page'
      readonly body: Html
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'outward'; readonly to: URL }
  | {
      readonly kind: 'file'
      readonly type: string
      readonly name?: string
      readonly content: string | Buffer | Readable
      /** Beside those of every answer, or instead of them. */
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'not-found' }

/** Without a status the door gives it: 200, or 422 where a form was refused. */
export const page = (body: Html, status?: number): Reply =>
  status === undefined ? { kind: 'page', body } : { kind: 'page', body, status }
/** To a path of this site, without language: the reader's language is added. */
export const redirect = (to: string): Reply => ({ kind: 'redirect', to })
/** To another site: only to the provider that is set up, never to what somebody typed. */
export const outward = (to: URL): Reply => ({ kind: 'outward', to })
export const notFound: Reply = { kind: 'not-found' }

/** A limit on how often one address or account may write here: platform/http/limits.ts. */
export type Limit = { readonly name: string; readonly points: number; readonly seconds: number }

/** That a form brings files: how many at most, and how many bytes each. */
export type Uploads = { readonly most: number; readonly bytes: number }

/** A limit on something that was typed, such as the number of a case; null where it was not. */
export type LimitBy = { readonly limit: Limit; readonly who: (visit: Visit) => string | null }

type Common = {
  readonly path: string
  /** Who may open it. There is no default. */
  readonly access: readonly Role[]
}

/** GET of a page. `cached`: the same for everybody, kept in memory, needs no session. */
export type ShowRoute = Common & {
  readonly door: 'page'
  readonly method: 'get'
  readonly cached?: boolean
  /** How often one address may ask for what is not there: codes are not to be found by trying. */
  readonly missLimit?: Limit
  /** How often one address may ask at all. */
  readonly limit?: Limit
  readonly show: (visit: Visit, tx: Tx) => Promise<Reply>
}

type Form = Common & {
  readonly limit?: Limit
  readonly alsoLimit?: LimitBy
  /** Only tries that are refused count against the limits. */
  readonly onlyFailuresCount?: boolean
  /** What is shown instead of the general page to whoever tried too often. */
  readonly slowed?: (visit: Visit, seconds: number) => Reply
  readonly uploads?: Uploads
  /** The path of the page whose form it is, where that is not the nearest page above. */
  readonly shownAt?: string
}

/** POST of a form: one transaction; a refusal undoes it and draws the form again. */
export type SubmitRoute = Form & {
  readonly door: 'page'
  readonly method: 'post'
  readonly submit: (visit: Visit, tx: Tx) => Promise<Result<Reply, unknown>>
  readonly refused: (visit: Visit, tx: Tx, refusal: unknown) => Promise<Reply>
}

/** Writes one form route; its refusals are typed between `submit` and `refused`. */
export const submits = <R>(
  route: Form & {
    readonly submit: (visit: Visit, tx: Tx) => Promise<Result<Reply, R>>
    readonly refused: (visit: Visit, tx: Tx, refusal: R) => Promise<Reply>
  },
): SubmitRoute => ({ ...route, door: 'page', method: 'post' }) as SubmitRoute

export type ApiInput<B, Q> = { readonly body: B; readonly query: Q }

/** One address of /api/v1: the same actions as the pages, described for OpenAPI by zod. */
export type ApiRoute = Common & {
  readonly door: 'api'
  readonly method: 'get' | 'post'
  readonly summary: string
  /** What a token must carry; null where nobody needs to be known. */
  readonly scope: string | null
  readonly body?: z.ZodType
  readonly query?: z.ZodType
  readonly params?: z.ZodType
  readonly reply: z.ZodType
  readonly limit?: Limit
  readonly cached?: boolean
  readonly handle: (
    visit: Visit,
    tx: Tx,
    input: ApiInput<unknown, unknown>,
  ) => Promise<Result<unknown, ApiRefusal>>
}

/** A code with its sentence, or what is wrong beside which field. */
export type ApiRefusal = string | Readonly<Record<string, Message>>

/** Writes one API route with its body and query typed from their schemas. */
export const answers = <B extends z.ZodType, Q extends z.ZodType, T extends z.ZodType>(
  route: Omit<ApiRoute, 'door' | 'handle' | 'body' | 'query' | 'reply'> & {
    readonly body?: B
    readonly query?: Q
    readonly reply: T
    readonly handle: (
      visit: Visit,
      tx: Tx,
      input: ApiInput<z.output<B>, z.output<Q>>,
    ) => Promise<Result<z.input<T>, ApiRefusal>>
  },
): ApiRoute => ({ ...route, door: 'api' }) as unknown as ApiRoute

export type Route = ShowRoute | SubmitRoute | ApiRoute

/** Who sends a request. Built by the modules that know accounts and receipts. */
export type Identity = {
  readonly actor: Actor
  /** The name to show at the top, in both languages; null for nobody signed in. */
  readonly name: { readonly km: string; readonly en: string } | null
  /** Scopes of an API token; null for a browser session. */
  readonly scopes: readonly string[] | null
}

export type Credentials = {
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly bearer: string | null
  /** The roles that the route admits: a receipt's cookie counts only where complainants may go. */
  readonly access: readonly Role[]
  readonly now: Date
}

export type HttpDeps = {
  readonly db: Db
  readonly vault: Vault
  readonly files: Files
  readonly readers: Readonly<Record<'km' | 'en', Reader>>
  readonly now: () => Date
  readonly identify: (db: Db, credentials: Credentials) => Promise<Identity>
  readonly demonstration: boolean
  readonly secureCookies: boolean
  /** The officers' rail for this actor; keys of messages and paths. */
  readonly rail: (actor: Actor) => readonly { key: string; href: string; icon: string }[]
  readonly errorPages: ErrorPages
  /** Counted at every form besides its own: a guess that a refusal would undo. */
  readonly everyForm?: readonly LimitBy[]
  /** What people call a further way to sign in; null or nothing where there is none. */
  readonly signInWith?: string | null
}

/** Drawn by the ui; handed in so that the platform stays without looks. */
export type ErrorPages = {
  notFound(): Html
  notAllowed(): Html
  failed(reference: string, sent: SentForm | null): Html
  slowDown(seconds: number, sent: SentForm | null): Html
  /** The session ended while somebody was writing: sign in again, nothing is lost. */
  signInAgain(kept: string, next: string): Html
  wrap(body: Html, frame: Frame): Html
}
/** A form as it was typed, to be sent once more; nothing in it opens anything. */
export type SentForm = {
  readonly path: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}
export type Frame = {
  readonly reader: Reader
  readonly path: string
  readonly demonstration: boolean
  readonly signedInAs: string | null
  readonly signInWith?: string | null
  readonly rail: readonly { key: string; href: string; icon: string }[]
}
