/** What a local server was handed, as its protocol says it. */
export type Received = {
  readonly channel: 'sms' | 'email' | 'telegram'
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Text messages come in parts. */
  readonly parts: number
}

export type Sink = {
  readonly url: string
  /** What violated the protocol, and was refused. */
  readonly refusals: readonly string[]
  close(): Promise<void>
}

/** A local server misbehaves on demand: that is what it is for in tests. */
export type Mood =
  | 'good'
  /** Takes the message and never answers. */
  | 'swallow'
  /** Takes the message and dies before it answers. */
  | 'die'
  /** Is busy: not now. */
  | 'busy'
  /** Takes it, and reports later that nobody could be reached, or not in time. */
  | 'undeliverable'
  | 'expires'
