import type { Reader } from '../../../kernel/reader.ts'
import { type IconName, StatusMark, type Tone, useReader } from '../../../ui/index.ts'
import type { MessageStatus } from '../rules/message.ts'

const looks: Readonly<Record<MessageStatus, { readonly tone: Tone; readonly icon: IconName }>> = {
  queued: { tone: 'neutral', icon: 'clock' },
  'handed-over': { tone: 'neutral', icon: 'send' },
  delivered: { tone: 'allowed', icon: 'circle-check' },
  failed: { tone: 'danger', icon: 'circle-x' },
  unknown: { tone: 'attention', icon: 'triangle-alert' },
}

export function MessageStatusMark({ status }: { readonly status: MessageStatus }) {
  const { t } = useReader()
  return StatusMark({ ...looks[status], children: t(`messages.status.${status}`) })
}

/** Those that have words of their own; the rest are codes of the channel, for whoever asks it. */
const known = [
  ...['no-connection', 'no-answer', 'not-set-up', 'not-safe-now', 'too-late', 'key-ended'],
  ...['bind-refused', 'sign-in-refused', 'in-part', 'too-long', 'no-number', 'no-address'],
  ...[
    'must-not-be-told',
    'no-chat',
    'receipt-undeliv',
    'receipt-expired',
    'receipt-rejectd',
    'receipt-deleted',
  ],
]

/** Why not, in the reader's words. */
export const reasonText = ({ t }: Reader, code: string): string =>
  known.includes(code) ? t(`messages.reason.${code}`) : t('messages.reason.other', { code })
