/**
 * A piece of a page, not yet text. Words in it are escaped when it is drawn: whoever writes a page
 * cannot forget it. `markup` is the one way round.
 */
export type Html =
  | { readonly kind: typeof Markup; readonly text: string }
  | {
      readonly kind: typeof Element
      readonly open: string
      readonly inside: Child
      readonly close: string
    }
  | { readonly kind: typeof Drawn; readonly bytes: Buffer }
  | { readonly kind: typeof Called; readonly component: Component; readonly props: Props }
  | {
      readonly kind: typeof Provided
      readonly context: Context<unknown>
      readonly value: unknown
      readonly inside: Child
    }

// Symbols: nothing that was sent or stored as JSON can pass for a piece of a page.
const Markup = Symbol('markup')
const Element = Symbol('element')
const Drawn = Symbol('drawn')
const Called = Symbol('called')
const Provided = Symbol('provided')
const kinds: ReadonlySet<unknown> = new Set([Markup, Element, Drawn, Called, Provided])

/** What may stand between two tags; nothing is drawn for null, undefined, true and false. */
export type Child = Html | string | number | boolean | null | undefined | readonly Child[]

export type Props = Readonly<Record<string, unknown>> & { readonly children?: Child }
// biome-ignore lint/suspicious/noExplicitAny: every component knows its own props
export type Component = (props: any) => Child

/** Something that every component below may ask for, such as the reader's language. */
export type Context<T> = {
  readonly Provider: (props: { readonly value: T; readonly children?: Child }) => Html
  current: T
}

export function createContext<T>(standard: T): Context<T> {
  const context: Context<T> = {
    Provider: ({ value, children }) => ({
      ...{ kind: Provided, context: context as Context<unknown>, value, inside: children },
    }),
    current: standard,
  }
  return context
}

/** Only while a page is drawn: what the nearest provider above this component gave. */
export const useContext = <T>(context: Context<T>): T => context.current

/** Text that is HTML already. Never for anything that comes from data. */
export const markup = (text: string): Html => ({ kind: Markup, text })

/** A component with what it is given; drawn when its turn comes. */
export function called(component: Component, props: Props): Html {
  return { kind: Called, component, props }
}

/** True for a piece of a page, false for words, numbers, lists and nothing. */
export const isHtml = (value: unknown): value is Html =>
  typeof value === 'object' && value !== null && 'kind' in value && kinds.has(value.kind)

/** An element; at once as text where nothing in it has to wait for a component to be drawn. */
export function element(tag: string, props: Props): Html {
  const open = `<${tag}${attributesOf(props)}>`
  if (voids.has(tag)) return markup(open)
  const close = `</${tag}>`
  const inside = plain(props.children)
  return inside === null
    ? { kind: Element, open, inside: props.children, close }
    : markup(open + inside + close)
}

const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])

/** What the children come to, or null where one of them is a component. */
function plain(child: Child): string | null {
  if (typeof child === 'string') return escaped(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (isList(child)) return plainList(child)
  return child.kind === Markup ? child.text : null
}

function plainList(children: readonly Child[]): string | null {
  let text = ''
  for (const child of children) {
    const one = plain(child)
    if (one === null) return null
    text += one
  }
  return text
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child)

function attributesOf(props: Props): string {
  let text = ''
  for (const name in props) {
    const value = props[name]
    if (name === 'children' || value === undefined || value === null) continue
    text += attribute(name, value)
  }
  return text
}

function attribute(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`
  if (typeof value === 'number') return ` ${name}="${value}"`
  if (typeof value !== 'boolean') throw new TypeError(`${name} is no text: ${typeof value}`)
  if (name.startsWith('aria-')) return ` ${name}="${value}"`
  return value ? ` ${name}` : ''
}

const unsafe = /["&<]/
const entities: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }
const escaped = (text: string): string =>
  unsafe.test(text) ? text.replace(/["&<]/g, (sign) => entities[sign] ?? sign) : text

/** Where a page is written as it is drawn: bytes at once, which costs less than one long string. */
let bytes = Buffer.allocUnsafe(256 * 1024)
let end = 0

/** A piece of a page as HTML. */
export const draw = (html: Child): string =>
  written(
    () => put(html),
    (page) => page.toString('utf8'),
  )

/**
 * Keeps pieces as bytes, at most so many, to be shown again as they are. `key` holds everything that
 * the piece shows, its language too, so that none stands for another.
 */
export function keepDrawn(most: number) {
  const kept = new Map<string, Html>()
  return (key: string, piece: () => Child): Html => {
    const known = kept.get(key)
    if (known) return known
    if (kept.size >= most) kept.clear()
    const html: Html = { kind: Drawn, bytes: written(() => put(piece()), copied) }
    kept.set(key, html)
    return html
  }
}

/** The same apart for each object, as long as that is kept itself: what it tells is no part of the key. */
export function keepDrawnFor(most: number) {
  const keeps = new WeakMap<object, ReturnType<typeof keepDrawn>>()
  return (object: object, key: string, piece: () => Child): Html => {
    const keep = keeps.get(object) ?? keepDrawn(most)
    keeps.set(object, keep)
    return keep(key, piece)
  }
}

/** A whole page as it goes on the wire. Its bytes are written over by the next: take them at once. */
export const drawDocument = <T>(html: Child, take: (page: Buffer) => T): T =>
  written(() => {
    write('<!doctype html>')
    put(html)
  }, take)

const copied = (page: Buffer): Buffer => Buffer.from(page)

/** A piece that is drawn while another one is stands behind it, and is taken away again. */
function written<T>(draw: () => void, take: (page: Buffer) => T): T {
  const begin = end
  try {
    draw()
    return take(bytes.subarray(begin, end))
  } finally {
    end = begin
  }
}

function write(text: string): void {
  // No sign of a string takes more than three bytes.
  makeRoom(3 * text.length)
  end += bytes.write(text, end, 'utf8')
}

function writeBytes(piece: Buffer): void {
  makeRoom(piece.length)
  end += piece.copy(bytes, end)
}

function makeRoom(most: number): void {
  if (end + most <= bytes.length) return
  const larger = Buffer.allocUnsafe(2 * (end + most))
  bytes.copy(larger, 0, 0, end)
  bytes = larger
}

function put(child: Child): void {
  if (typeof child === 'string') write(escaped(child))
  else if (typeof child === 'number') write(String(child))
  else if (typeof child === 'object' && child !== null) {
    if (isList(child)) for (const one of child) put(one)
    else putHtml(child)
  }
}

function putHtml(html: Html): void {
  if (html.kind === Markup) write(html.text)
  else if (html.kind === Drawn) writeBytes(html.bytes)
  else if (html.kind === Called) put(html.component(html.props))
  else if (html.kind === Element) {
    write(html.open)
    put(html.inside)
    write(html.close)
  } else if (html.kind === Provided) putProvided(html)
  else throw new TypeError('this is no piece of a page')
}

function putProvided({ context, value, inside }: Extract<Html, { kind: typeof Provided }>): void {
  const outer = context.current
  context.current = value
  try {
    put(inside)
  } finally {
    context.current = outer
  }
}
