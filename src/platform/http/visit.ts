import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { type Lang, langs } from '../../kernel/reader.ts'
import { readAs } from '../db.ts'
import type { Look } from '../events/audit.ts'
import { splitLanguage } from '../i18n/reader.ts'
import { expectSomebody } from './hung-up.ts'
import type { FormBody, HttpDeps, Visit } from './route.ts'
import { uploadsOf } from './uploads.ts'

export type Looks = Look[]

/** Everything a handler may know of this request, and nothing of the web server. */
export function makeVisit(
  deps: HttpDeps,
  { request, reply, actor }: { request: FastifyRequest; reply: FastifyReply; actor: Actor },
): { visit: Visit; looks: Looks } {
  const looks: Looks = []
  const form = (request.body ?? {}) as FormBody
  const visit: Visit = {
    actor,
    reader: deps.readers[languageOf(request)],
    now: deps.now(),
    params: withoutNull(request.params as Readonly<Record<string, string>>),
    query: request.query as FormBody,
    form,
    cookies: request.cookies,
    submission: submissionOf(request, form),
    ip: request.ip,
    host: request.host,
    vault: deps.vault,
    files: deps.files,
    uploads: uploadsOf(request),
    setCookie: (name, value, { maxAge, path = '/' }) => {
      const options = { httpOnly: true, sameSite: 'lax', secure: deps.secureCookies } as const
      reply.setCookie(name, value, { ...options, maxAge, path })
    },
    clearCookie: (name, path = '/') => {
      reply.clearCookie(name, { path })
    },
    looked: (look) => {
      looks.push(look)
    },
    readAs: (reader, work) =>
      readAs(deps.db, reader, async (tx) => {
        expectSomebody(request)
        return work(tx)
      }),
  }
  return { visit, looks }
}

/** A page's language stands in its address. A program asks for one, and is told in Khmer otherwise. */
function languageOf({ originalUrl, headers }: FastifyRequest): Lang {
  if (!originalUrl.startsWith('/api/')) return splitLanguage(originalUrl).lang
  const asked = (headers['accept-language'] ?? '').split(',').map((part) => {
    const [, tag = '', weight = '1'] = /^\s*([a-z]+)[^;]*(?:;\s*q=([\d.]+))?/i.exec(part) ?? []
    return { lang: langs.find((lang) => lang === tag.toLowerCase()), weight: Number(weight) }
  })
  return asked.sort((a, b) => b.weight - a.weight).find(({ lang }) => lang)?.lang ?? 'km'
}

function submissionOf(request: FastifyRequest, form: FormBody): string {
  const key = request.headers['idempotency-key'] ?? form.submission
  return typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : randomUUID()
}

/** A part of an address that no column can hold finds nothing. */
const withoutNull = (params: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.values(params).some((value) => value.includes('\0'))
    ? Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, value.replaceAll('\0', '\uFFFD')]),
      )
    : params
