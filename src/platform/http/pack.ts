import { brotliCompressSync, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Below this a header costs more than packing saves. */
const least = 1024
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }

/**
 * A page drawn for one reader, sent once: packed at once and as fast as can be, which makes a tenth
 * of a worklist. Whoever takes only gzip is served by the plugin, in its own time.
 */
export function sendPacked(bytes: Buffer, request: FastifyRequest, reply: FastifyReply) {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  if (bytes.length < least || !/\bbr\b/.test(accepted)) return reply.send(bytes)
  return reply
    .header('content-encoding', 'br')
    .header('vary', 'accept-encoding')
    .send(brotliCompressSync(bytes, quickly))
}
