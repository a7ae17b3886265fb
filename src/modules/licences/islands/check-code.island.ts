/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Checks a code on the telephone itself: what it says is sent to nobody.
import { dayOf } from '../../../kernel/days.ts'
import { readSigned } from '../../../kernel/tokens/cose.ts'
import { judge } from '../../../kernel/tokens/judge.ts'
import { fromText, tokenTextIn } from '../../../kernel/tokens/text-form.ts'
import { decodeToken } from '../../../kernel/tokens/token.ts'
import { dayText, drawVerdict, filled, instantText } from './draw-verdict.ts'
import { fetchPublished, knownOf, type Published, signatureOf } from './published.ts'
import { findDetector, readPhoto, type Scan, scanWithCamera } from './scan-code.ts'

const root = document.querySelector<HTMLElement>('[data-check]')
const form = document.querySelector<HTMLFormElement>('[data-typed]')
const input = form?.querySelector<HTMLInputElement>('input[name=code]')
// Without these, or without TLS, the form remains: it asks the ministry.
if (root && form && input && window.isSecureContext && crypto.subtle) begin(root, form, input)
else if (input && tokenTextIn(location.hash)) input.value = location.hash.slice(1)

function begin(page: HTMLElement, typedForm: HTMLFormElement, typed: HTMLInputElement): void {
  const published = fetchPublished({ keys: page.dataset.keys ?? '', list: page.dataset.list ?? '' })
  const part = <T extends HTMLElement>(name: string) => page.querySelector<T>(`[data-${name}]`)
  const say = (words: string | undefined) => part('answer')?.replaceChildren(words ?? '')

  const check = async (text: string) => {
    say(page.dataset.working)
    drawVerdict(page, await verdictOf(text, await published))
  }
  const checkAddress = () => {
    if (location.hash.length < 2) return
    keepInOtherLanguage()
    void check(location.hash)
  }

  part('old-phone')?.remove()
  part('scanning')?.removeAttribute('hidden')
  addEventListener('hashchange', checkAddress)
  checkAddress()
  typedForm.addEventListener('submit', (event) => {
    // A number or a name is for the look-up, and so for the network.
    if (!tokenTextIn(typed.value)) return
    event.preventDefault()
    void check(typed.value)
  })
  part<HTMLInputElement>('photo')?.addEventListener('change', async ({ target }) => {
    const [photo] = (target as HTMLInputElement).files ?? []
    if (!photo) return
    say(page.dataset.working)
    const found = await readPhoto(photo, page.dataset.reader ?? '').catch(() => null)
    if (found) await check(found)
    else say(page.dataset.noPhoto)
  })
  void offerCamera(page, { check, say })
  const isKept = keepForLater(page)
  void published.then(async (known) => tellFreshness(page, known, await isKept))
}

async function verdictOf(typed: string, published: Published) {
  const text = tokenTextIn(typed)
  const bytes = text === null ? null : fromText(text)
  const signed = bytes && readSigned(bytes)
  const token = signed && decodeToken(signed.payload)
  const signature = signed && token ? await signatureOf(published, signed) : 'wrong'
  return judge(token, knownOf(published, { signature, place: token?.place ?? 0 }))
}

/** The other language shows the same code. */
function keepInOtherLanguage(): void {
  for (const way of document.querySelectorAll<HTMLAnchorElement>('a.language'))
    way.hash = location.hash
}

type Screen = { check(text: string): Promise<void>; say(words: string | undefined): void }

async function offerCamera(page: HTMLElement, { check, say }: Screen): Promise<void> {
  const detector = await findDetector()
  const camera = page.querySelector<HTMLElement>('[data-camera]')
  const video = page.querySelector<HTMLVideoElement>('[data-video]')
  const start = page.querySelector<HTMLElement>('[data-scan]')
  const stop = page.querySelector<HTMLElement>('[data-stop]')
  if (!detector || !camera || !video || !start || !stop) return
  camera.hidden = false
  let scan: Scan | null = null
  const ended = () => {
    stop.hidden = true
    start.hidden = false
  }
  start.addEventListener('click', async () => {
    try {
      start.hidden = true
      stop.hidden = false
      scan = await scanWithCamera(video, detector, (text) => {
        ended()
        void check(text)
      })
    } catch {
      ended()
      say(page.dataset.noCamera)
    }
  })
  stop.addEventListener('click', () => {
    scan?.stop()
    ended()
  })
}

/** True once this page answers without network, in both languages. */
async function keepForLater({ dataset }: HTMLElement): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const scopes = JSON.parse(dataset.pages ?? '[]') as string[]
  const keep = async (scope: string) =>
    isReady(await navigator.serviceWorker.register(dataset.worker ?? '', { scope }))
  const done = await Promise.all(scopes.map(keep)).catch(() => [false])
  return done.every((each) => each)
}

/** When everything was fetched and kept, or failed to be. */
function isReady({ installing, waiting, active }: ServiceWorkerRegistration): Promise<boolean> {
  const worker = installing ?? waiting ?? active
  if (!worker) return Promise.resolve(false)
  return new Promise((answer) => {
    const look = () => {
      if (worker.state === 'activated') answer(true)
      if (worker.state === 'redundant') answer(active !== null)
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

const day = 86_400_000

function tellFreshness(page: HTMLElement, known: Published, isKept: boolean): void {
  const show = (name: string, when: string) => {
    const line = page.querySelector<HTMLElement>(`[data-${name}]`)
    if (!line) return
    line.textContent = filled(line.getAttribute(`data-${name}`) ?? '', { when })
    line.hidden = false
  }
  const { list, clockIsOffBy } = known
  // Nothing is promised that a telephone could not keep.
  if (list && isKept) show('ready', instantText(page, list.issuedAt))
  if (!list) show('no-list', '')
  if (clockIsOffBy !== null && Math.abs(clockIsOffBy) >= day)
    show('clock', dayText(page, dayOf(new Date())))
}
