import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { drawDocument, type Html } from '../../html/html.ts'
import { sendPacked } from './pack.ts'
import type { HttpDeps, Identity, Reply, Visit } from './route.ts'

type Frame = { request: FastifyRequest; deps: HttpDeps; identity: Identity; visit: Visit }

/** A page in the reader's language, with the frame around it; its bytes are to be taken at once. */
export function draw<T>(
  body: Html,
  { request, deps, identity, visit }: Frame,
  take: (page: Buffer) => T,
): T {
  const framed = deps.errorPages.wrap(body, {
    reader: visit.reader,
    path: request.url,
    demonstration: deps.demonstration,
    signedInAs: identity.name ? visit.reader.name(identity.name) : null,
    rail: deps.rail(identity.actor),
    signInWith: deps.signInWith ?? null,
  })
  return drawDocument(framed, take)
}

/** Puts an answer on the wire. */
export function send(answer: Reply, at: Frame & { reply: FastifyReply }) {
  const { reply, deps, visit } = at
  switch (answer.kind) {
    case 'redirect':
      return reply.redirect(visit.reader.link(answer.to), 303)
    case 'outward':
      return reply.redirect(answer.to.href, 303)
    case 'file':
      if (answer.name) reply.header('content-disposition', `attachment; filename="${answer.name}"`)
      reply.headers(answer.headers ?? {}).type(answer.type)
      return sendFile(answer.content, at)
    case 'not-found':
      return sendPage(deps.errorPages.notFound(), 404, at)
    case 'page':
      reply.headers(answer.headers ?? {})
      return sendPage(answer.body, answer.status ?? 200, at)
  }
}

/** Whole, or the part that was asked for: some browsers play no sound that they cannot have so. */
function sendFile(
  content: string | Buffer | Readable,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
) {
  const range = Buffer.isBuffer(content) ? partOf(content, request.headers.range) : null
  if (!range || !Buffer.isBuffer(content)) return reply.send(content)
  const { from, to } = range
  reply.code(206).header('content-range', `bytes ${from}-${to}/${content.length}`)
  return reply.send(content.subarray(from, to + 1))
}

/** One part, from a byte on; anything else that may be asked is answered with the whole. */
function partOf(content: Buffer, range: string | undefined): { from: number; to: number } | null {
  const found = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(range ?? '')
  if (!found) return null
  const from = Number(found[1])
  const to = Math.min(found[2] ? Number(found[2]) : content.length, content.length - 1)
  return from <= to ? { from, to } : null
}

function sendPage(body: Html, status: number, at: Frame & { reply: FastifyReply }) {
  const reply = at.reply.code(status).type('text/html; charset=utf-8')
  return draw(body, at, (page) => sendPacked(page, at.request, reply))
}
