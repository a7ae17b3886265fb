type Letter = { readonly subject: string; readonly text: string }

/** Reads one plain letter (RFC 5322 with MIME), or says what of the form is missing. */
export function readLetter(content: Buffer): Letter | { readonly wrong: string } {
  const whole = content.toString('latin1')
  const end = whole.indexOf('\r\n\r\n')
  if (end < 0) return { wrong: 'no end of the head' }
  const head = headIn(whole.slice(0, end))
  const missing = ['from', 'to', 'date', 'message-id'].find((name) => !head.has(name))
  if (missing !== undefined) return { wrong: `no ${missing}` }
  if (whole.split('\r\n').some((line) => line.length > 998)) return { wrong: 'a line too long' }
  if (!/^text\/plain; charset=utf-8/i.test(head.get('content-type') ?? ''))
    return { wrong: 'not plain text' }
  const text = decodeBody(whole.slice(end + 4), head.get('content-transfer-encoding') ?? '7bit')
  return { subject: decodeWords(head.get('subject') ?? ''), text: text.trimEnd() }
}

function headIn(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
}

function decodeBody(body: string, encoding: string): string {
  if (encoding.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding.toLowerCase() === 'quoted-printable'
    ? fromQuoted(body.replace(/=\r\n/g, ''))
    : body
}

/** "=?UTF-8?B?…?=" (RFC 2047). */
const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : fromQuoted(word.replaceAll('_', ' ')),
    )

const fromQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
    'latin1',
  ).toString('utf8')
