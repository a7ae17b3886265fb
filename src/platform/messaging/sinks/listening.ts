import type { AddressInfo, Server } from 'node:net'

/** Listens on this machine only; the port, where none was asked for, is a free one. */
export function listening(server: Server, port = 0): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  return promise
}
