import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { langs } from '../../src/kernel/reader.ts'
import type { ShowRoute } from '../../src/platform/http/route.ts'
import { routes } from '../../src/routes.ts'
import { useServedApp } from '../support/served-app.ts'
import { addressOf, type Samples, sampleIds } from './addresses.ts'
import { allRoutes } from './all-routes.ts'

const { app, owner } = useServedApp()

const publicPages = allRoutes.filter(
  (route): route is ShowRoute =>
    route.door === 'page' && route.method === 'get' && route.access.includes('public'),
)
const inBothLanguages = publicPages.flatMap((route) =>
  langs.map((lang) => [route.path, lang] as const),
)

let samples: Samples
beforeAll(async () => {
  samples = await sampleIds(owner)
})

async function open(path: string, lang: 'km' | 'en') {
  const address = addressOf({ path }, samples)
  const url = lang === 'km' ? address : `/en${address === '/' ? '' : address}`
  return app().inject({ url })
}

describe.each(inBothLanguages)('%s in %s', (path, lang) => {
  it('asks no other host for anything and carries no script or style of its own', async () => {
    const { body } = await open(path, lang)

    const asked = [
      ...body.matchAll(
        /<(?:link|script|img|iframe|source|form)\b[^>]*?(?:href|src|action)="([^"]*)"/g,
      ),
    ]
    expect(
      asked.map((match) => match[1]).filter((url) => !/^(\/(?!\/)|#|$)/.test(url ?? '')),
    ).toEqual([])
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle="|\son[a-z]+="|javascript:/)
  })

  it('says its language, its title and one heading, and nothing unfinished', async () => {
    const { body, statusCode, headers } = await open(path, lang)
    if (!isHtml(headers) || statusCode >= 300) return

    expect(body).toMatch(new RegExp(`^<!doctype html><html lang="${lang}"`))
    expect(body).toMatch(/<title>[^<]+<\/title>/)
    expect(body.match(/<h1\b/g) ?? []).toHaveLength(1)
    expect(body).not.toMatch(/undefined|\[object |NaN|Invalid Date/)
  })

  it('keeps nothing of one visitor for another', async () => {
    const { headers } = await open(path, lang)

    const cached = headers['cache-control']?.startsWith('public')
    if (cached) expect(headers['set-cookie']).toBeUndefined()
    else expect(headers['cache-control']).toBe('no-store')
  })
})

const isHtml = (headers: { 'content-type'?: unknown }): boolean =>
  String(headers['content-type']).startsWith('text/html')

describe('the first page', () => {
  it('weighs at most 40 kB on the wire, all told but the font', async () => {
    const page = await open(routes.home.path, 'km')
    const needed = [...page.body.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="(\/[^"]+)"/g)]
    const files = await Promise.all(needed.map((match) => app().inject({ url: match[1] ?? '' })))

    const weight = [page, ...files].reduce(
      (sum, { rawPayload }) => sum + gzipSync(rawPayload).length,
      0,
    )

    expect([page, ...files].every(({ statusCode }) => statusCode === 200)).toBe(true)
    expect(weight).toBeLessThanOrEqual(40 * 1024)
  })

  it('is not sent again to who has it', async () => {
    const { headers } = await open(routes.home.path, 'km')

    const again = await app().inject({
      url: '/',
      headers: { 'if-none-match': String(headers.etag) },
    })

    expect(again.statusCode).toBe(304)
  })
})

describe('every answer', () => {
  it('forbids foreign and inline scripts, frames, and referrers to others', async () => {
    const { headers } = await open(routes.rules.path, 'en')

    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('is a page in the reader’s language also where there is nothing', async () => {
    const [km, en] = await Promise.all([app().inject('/nowhere'), app().inject('/en/nowhere')])

    expect([km.statusCode, en.statusCode]).toEqual([404, 404])
    expect(km.body).toMatch(/<html lang="km"[\s\S]*<h1/)
    expect(en.body).toMatch(/<html lang="en"[\s\S]*<h1/)
  })
})
