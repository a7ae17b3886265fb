import type { Reader } from '../../kernel/reader.ts'

/** RFC 9457. The type's last part is the same code as the message of the page. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly errors?: readonly {
    readonly field: string
    readonly code: string
    readonly message: string
  }[]
  readonly reference?: string
}

const statusOf: Readonly<Record<string, number>> = {
  'not-signed-in': 401,
  'not-your-role': 403,
  'no-such-scope': 403,
  'sign-in-the-browser': 403,
  'not-found': 404,
  'changed-meanwhile': 409,
  'already-carried-out': 409,
  'slow-down': 429,
  failed: 500,
}

/** Refusals have their sentence under `refusal.<code>` in both languages. */
export function problem(code: string, reader: Reader, more: Partial<Problem> = {}): Problem {
  return {
    type: `urn:become:problem:${code}`,
    title: reader.t(`refusal.${code}`),
    status: statusOf[code] ?? 422,
    code,
    ...more,
  }
}
