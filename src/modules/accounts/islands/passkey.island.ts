/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

// A passkey is asked for by a script of the browser; without one, the code does the same.
if (browserSupportsWebAuthn())
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) offer(part)

function offer(part: HTMLElement): void {
  const button = part.querySelector('button')
  const field = part.querySelector<HTMLInputElement>('input[name=passkey]')
  if (!button || !field) return
  part.hidden = false
  button.addEventListener('click', () => void ask(part, field))
}

async function ask(part: HTMLElement, field: HTMLInputElement): Promise<void> {
  const optionsJSON = JSON.parse(part.dataset.options ?? '{}')
  try {
    const answer =
      part.dataset.passkey === 'register'
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON })
    field.value = JSON.stringify(answer)
    show(part, 'done')
    if (part.dataset.send === 'at-once') field.form?.requestSubmit()
  } catch {
    show(part, 'failed')
  }
}

function show(part: HTMLElement, which: string): void {
  for (const text of part.querySelectorAll<HTMLElement>('[data-say]'))
    text.hidden = text.dataset.say !== which
}
