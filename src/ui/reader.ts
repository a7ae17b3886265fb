import { createContext, useContext } from '../html/html.ts'
import type { Reader } from '../kernel/reader.ts'

/** What every page knows about where it is shown; set once by the renderer. */
export type Chrome = {
  /** Path of this page without language prefix, with its query: for the language switch. */
  readonly path: string
  readonly demonstration: boolean
  /** The signed-in person's name in the reader's language, or null. */
  readonly signedInAs: string | null
  /** What people call a further way to sign in, where there is one. */
  readonly signInWith?: string | null
  /** Message keys and paths of the officers' left rail that this actor may open. */
  readonly rail: readonly RailEntry[]
}
export type RailEntry = { readonly key: string; readonly href: string; readonly icon: string }

export const ReaderContext = createContext<Reader | null>(null)
export const ChromeContext = createContext<Chrome | null>(null)

export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('a page was rendered without a reader')
  return reader
}

export function useChrome(): Chrome {
  const chrome = useContext(ChromeContext)
  if (!chrome) throw new Error('a page was rendered without its chrome')
  return chrome
}
