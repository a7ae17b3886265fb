/** The ways on which a message leaves the house. */
export const channels = ['sms', 'email', 'telegram'] as const
export type Channel = (typeof channels)[number]

export type ChannelMessage = {
  /** The message's own id: the same for every try. */
  readonly id: string
  /** "+85512345678", "name@example.org", or the number of a chat. */
  readonly to: string
  /** For e-mail only. */
  readonly subject: string
  readonly text: string
  /** Nobody wants it later: the centre is told so, where the channel can be told. */
  readonly validUntil: Date | null
}

/**
 * What became of one try. `refused` is for good; `not-now` is sure not to have been taken and may be
 * tried again; of `unknown` nobody can say whether it was taken.
 */
export type Sent =
  | { readonly outcome: 'handed-over'; readonly ids: readonly string[] }
  | { readonly outcome: 'refused' | 'not-now' | 'unknown'; readonly code: string }

/** One way to hand messages over. The codes hold no words of the message and no address. */
export type Sender = {
  readonly channel: Channel
  send(message: ChannelMessage): Promise<Sent>
  close(): Promise<void>
}

/** What the centre said later about something that was handed over. */
export type DeliveryReceipt = {
  readonly channel: Channel
  readonly providerId: string
  /** `expired`: nobody got it, and the centre tries no longer. */
  readonly state: 'delivered' | 'failed' | 'expired'
  readonly code: string
}

export const handedOver = (...ids: readonly string[]): Sent => ({ outcome: 'handed-over', ids })
export const refused = (code: string): Sent => ({ outcome: 'refused', code })
export const notNow = (code: string): Sent => ({ outcome: 'not-now', code })
export const unknown = (code: string): Sent => ({ outcome: 'unknown', code })
