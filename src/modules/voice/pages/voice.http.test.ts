import { describe, expect, it } from 'vitest'
import { useApp } from '../../../../tests/support/app.ts'
import { demonstrationNow, useDemonstration } from '../../../../tests/support/demonstration.ts'
import { fromOurPages, signInAs } from '../../../../tests/support/sign-in.ts'
import { aWav } from '../../../platform/voice/testing/a-wav.ts'
import { routes } from '../../../routes.ts'

const test = useApp({ database: useDemonstration(), now: demonstrationNow })
const { app, owner } = test
const notFoundPage = '/agencies?q=Nothing+Of+This+Name+At+All'

async function record(person: string, key: string, bytes: Buffer) {
  const parts = new FormData()
  parts.append('clip', new Blob([Uint8Array.from(bytes)]), 'clip.wav')
  const request = new Request('http://localhost', { method: 'POST', body: parts })
  return app().inject({
    ...{ method: 'POST', url: routes.phrase.href({ key }) },
    payload: Buffer.from(await request.arrayBuffer()),
    headers: {
      ...fromOurPages,
      'content-type': request.headers.get('content-type') ?? '',
      cookie: await signInAs(app(), person),
    },
  })
}
const clipsOn = async (url: string): Promise<string | null> =>
  /src="(\/voice\/[\d-]+)"/.exec((await app().inject(url)).body)?.[1] ?? null

describe('what a page says aloud', () => {
  it('is recorded by nobody but the desk', async () => {
    const answer = await record('officer', 'answer.not-found', aWav(1))

    expect(answer.statusCode).toBe(403)
    expect(await owner`select 1 from voice_clip`).toEqual([])
  })

  it.each([
    ['something else', Buffer.from('GIF89a'.padEnd(80)), 'WAV'],
    ['nothing heard', aWav(1, { loud: 0 }), 'មិនឮអ្វីទេ'],
  ])('is not taken: %s', async (_what, bytes, sentence) => {
    const answer = await record('counsellor', 'answer.not-found', bytes)

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
  })

  it('of a text that no page says is not there', async () => {
    expect((await record('counsellor', 'answer.nonsense', aWav(1))).statusCode).toBe(404)
  })

  it('is offered by telephone while it is missing', async () => {
    const { body } = await app().inject(notFoundPage)

    expect(body).toContain('href="tel:1297"')
    expect(body).not.toContain('<audio')
  })

  it('plays where it is recorded, and only while its text is the same and nobody withdrew it', async () => {
    expect((await record('counsellor', 'answer.not-found', aWav(1))).statusCode).toBe(303)

    const src = await clipsOn(notFoundPage)
    const sound = await app().inject(src ?? '/')
    expect(sound.headers).toMatchObject({
      'content-type': 'audio/wav',
      'cache-control': expect.stringContaining('immutable'),
    })
    expect(sound.rawPayload.toString('latin1', 0, 4)).toBe('RIFF')
    expect(await clipsOn(`/en${notFoundPage}`)).toBeNull()

    const number = Number(src?.split('/').at(-1))
    const withdraw = routes.phraseWithdraw.href({ key: 'answer.not-found', number: String(number) })
    const headers = { ...fromOurPages, cookie: await signInAs(app(), 'counsellor') }
    const tooLong = routes.phraseWithdraw.href({ key: 'answer.not-found', number: '9'.repeat(20) })
    const nothing = await app().inject({ method: 'POST', url: tooLong, headers })
    expect(nothing.statusCode).toBe(303)
    await app().inject({ method: 'POST', url: withdraw, headers })
    expect(await clipsOn(notFoundPage)).toBeNull()
    expect((await app().inject(src ?? '/')).statusCode).toBe(404)

    await record('counsellor', 'answer.not-found', aWav(1))
    await owner`update voice_clip set said = 'an older text'`
    expect(await clipsOn(notFoundPage)).toBeNull()
  })

  it('is listed for the desk with what is missing, in the language of the page', async () => {
    const headers = { cookie: await signInAs(app(), 'counsellor') }
    const url = `/en${routes.phrases.href({ state: 'missing' })}`

    const { body } = await app().inject({ url, headers })

    expect(body).toContain('Your complaint has arrived.')
    expect(body).toContain('Banteay Meanchey')
  })

  it.each(['/voice/x', '/voice/1-2-999999', `/voice/${'1-'.repeat(45)}1`])(
    'is not found at %s',
    async (url) => {
      expect((await app().inject(url)).statusCode).toBe(404)
    },
  )
})
