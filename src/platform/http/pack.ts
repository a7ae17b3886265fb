import { brotliCompressSync, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Below this a header costs more than packing saves. */
const least = 1024
/**
 * A page drawn for one reader, sent once: packed at once and as fast as can be, which makes a tenth
 * of a worklist. Whoever takes only gzip is served by the plugin, in its own time.
 */
export function sendPacked(bytes: Buffer, request: FastifyRequest, reply: FastifyReply) {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  if (bytes.length < least || !/\bbr\b/.test(accepted)) return reply.send(Buffer.from(bytes))
  return reply
    .header('content-encoding', 'br')
    .header('vary', 'accept-encoding')
    .send(packed(bytes, 0))
}

/**
 * As brotli. The window is no larger than a page needs: to make ready the one that is meant for
 * files takes three times as long as to pack a worklist.
 */
export const packed = (bytes: Buffer, quality: number): Buffer =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
