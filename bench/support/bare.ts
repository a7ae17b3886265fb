import { createServer } from 'node:http'
import fastify from 'fastify'

// The most that this machine gives: the same number of bytes, and nothing else.
const [kind = 'node', port = '0', size = '2'] = process.argv.slice(2)
const body = Buffer.alloc(Number(size), 'x')

if (kind === 'node') {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length })
    response.end(body)
  })
  server.listen(Number(port), '127.0.0.1', ready)
} else {
  const app = fastify()
  app.get('/', (_request, reply) => reply.type('text/html').send(body))
  await app.listen({ host: '127.0.0.1', port: Number(port) })
  ready()
}

function ready() {
  process.send?.({ ready: true })
}
