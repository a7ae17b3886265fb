/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Verdict } from '../../../kernel/tokens/judge.ts'
import type { Token } from '../../../kernel/tokens/token.ts'

type Words = Readonly<Record<string, string>>

/** Shows an answer, out of the templates that the page brought. */
export function drawVerdict(root: HTMLElement, verdict: Verdict): void {
  const of = verdict.kind === 'valid' ? 'valid' : `${verdict.kind}.${verdict.why}`
  const template = root.querySelector<HTMLTemplateElement>(`template[data-of="${of}"]`)
  const place = root.querySelector<HTMLElement>('[data-answer]')
  if (!template || !place) return
  const answer = template.content.cloneNode(true)
  fill(answer, wordsOf(root, verdict))
  place.replaceChildren(answer)
  place.focus()
}

function wordsOf(root: HTMLElement, verdict: Verdict): Words {
  const { token, asOf } = verdict.kind === 'cannot' ? { token: null, asOf: null } : verdict
  const day = (of: Day | undefined) => (of ? dayText(root, of) : '')
  const named = (table: string | undefined, code: string | null | undefined) =>
    (JSON.parse(table ?? '{}') as Words)[code ?? ''] ?? code ?? ''
  return {
    name: token ? nameOf(token) : '',
    number: token?.number ?? '',
    destination: named(root.dataset.countries, token?.destination),
    work: named(root.dataset.works, token?.sector),
    from: day(token?.from),
    to: day(token?.to ?? undefined) || (root.dataset.noEnd ?? ''),
    issued: day(token?.issuedOn),
    asOf: asOf ? instantText(root, asOf) : '',
    today: dayText(root, verdict.today),
  }
}

function nameOf({ names: { km, en } }: Token): string {
  const isKhmer = document.documentElement.lang === 'km'
  return (isKhmer ? (km ?? en) : (en ?? km)) ?? ''
}

/** As the server writes it: old telephones do not know the Khmer months. */
export function dayText(root: HTMLElement, day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const months = JSON.parse(root.dataset.months ?? '[]') as string[]
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`
}

const hoursAhead = 7

/** In the time of Phnom Penh, put into the sample that the page brought. */
export function instantText(root: HTMLElement, at: Date): string {
  const there = new Date(at.getTime() + hoursAhead * 3_600_000)
  const sample = root.dataset.instant ?? ''
  return sample
    .replace(dayText(root, '2026-01-01' as Day), dayText(root, dayOf(at)))
    .replace('12:34', there.toISOString().slice(11, 16))
}

/** Only text is written: nothing that a code says is understood as HTML. */
function fill(node: Node, words: Words): void {
  if (node.nodeType === Node.TEXT_NODE && node.textContent)
    node.textContent = filled(node.textContent, words)
  for (const child of node.childNodes) fill(child, words)
}

export const filled = (text: string, words: Words): string =>
  text.replace(/⟦(\w+)⟧/g, (_, name: string) => words[name] ?? '')
