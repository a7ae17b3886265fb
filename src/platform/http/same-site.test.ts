import type { FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { isSameSite } from './same-site.ts'

const from = (headers: Record<string, string>): boolean =>
  isSameSite({ headers: { host: 'become.example', ...headers } } as unknown as FastifyRequest)

it.each([
  ['our own page says so', { 'sec-fetch-site': 'same-origin' }, true],
  ['typed by hand or from a bookmark', { 'sec-fetch-site': 'none' }, true],
  ['another site', { 'sec-fetch-site': 'cross-site' }, false],
  ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, false],
  [
    'another site that forges the older header',
    { 'sec-fetch-site': 'cross-site', origin: 'https://become.example' },
    false,
  ],
  ['an older browser on our page', { origin: 'https://become.example' }, true],
  ['an older browser elsewhere', { origin: 'https://evil.example' }, false],
  ['an old browser on our page', { referer: 'https://become.example/complain/who' }, true],
  ['an old browser elsewhere', { referer: 'https://evil.example/' }, false],
  ['an address that is none', { referer: 'nonsense' }, false],
  ['a frame without origin', { origin: 'null', cookie: 's=1' }, false],
  ['no word and no cookie', {}, true],
  ['no word but a cookie', { cookie: 's=1' }, false],
])('a form from %s is taken or not', (_who, headers, taken) => {
  expect(from(headers as unknown as Record<string, string>)).toBe(taken)
})
