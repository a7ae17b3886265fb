import { domainToUnicode } from 'node:url'
import { cleanLine } from './clean.ts'

const aliases: Readonly<Record<string, string>> = {
  'fb.com': 'facebook.com',
  'fb.me': 'facebook.com',
  'm.me': 'facebook.com',
  'telegram.me': 't.me',
  'telegram.dog': 't.me',
  'youtu.be': 'youtube.com',
}
const social = new Set(['facebook.com', 't.me', 'tiktok.com', 'youtube.com', 'instagram.com'])

/**
 * The key of a page, however its address was copied: "facebook.com/name", "t.me/name",
 * "example.org". Null for what is no address. A bare "@name" is taken for Telegram.
 */
export function pageKey(text: string): string | null {
  const typed = cleanLine(text.slice(0, 600))
  if (/^@[\w.]{3,64}$/.test(typed)) return `t.me/${typed.slice(1).toLowerCase()}`
  if (/\s/.test(typed) || !/^(?:https?:\/\/)?[^/@]+\.[^/@]{2,}/i.test(typed)) return null
  const url = parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (!url || /^[\d.]+$/.test(url.hostname)) return null
  const host = domainToUnicode(url.hostname).replace(
    /^(?:www|web|m|mobile|touch|[a-z]{2}-[a-z]{2})\./,
    '',
  )
  const site = aliases[host] ?? host
  return social.has(site) ? socialKey(site, url) : site
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

/** On a shared site the account is the page: the first part of the path, or Facebook's number. */
function socialKey(site: string, url: URL): string | null {
  const parts = url.pathname.split('/').filter(Boolean).map(decoded)
  const number = site === 'facebook.com' ? url.searchParams.get('id') : null
  if (parts[0] === 'profile.php' && number) return `${site}/${number}`
  const marked = parts[0] === 'people' || parts[0] === 'pages' || parts[0] === 'p'
  const last = marked ? parts.at(-1) : parts[0]?.replace(/^@/, '')
  if (!last) return null
  return `${site}/${last.toLowerCase()}`
}

function decoded(part: string): string {
  try {
    return cleanLine(decodeURIComponent(part))
  } catch {
    return part
  }
}
