import type { FastifyRequest } from 'fastify'

/** Whoever asked has gone: what is left of the work is not done, and nothing is sent or logged. */
export class HungUpError extends Error {}

/**
 * Asked before each costly part of an answer that only reads. On a bad line people press again and
 * again; a server that went on working for those who left would have no time for those who wait.
 */
export function expectSomebody({ raw }: Pick<FastifyRequest, 'raw'>): void {
  if (raw.socket.destroyed) throw new HungUpError('the client has hung up')
}
