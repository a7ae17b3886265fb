import type { Lifecycle } from '../../../kernel/lifecycle.ts'
import type { MessageStatus } from './message.ts'

export type MessageStep =
  | 'begin'
  | 'hand-over'
  | 'put-off'
  | 'give-up'
  | 'deliver'
  | 'report-failed'
  | 'report-expired'
  | 'send-again'

const worker = ['system'] as const

/**
 * Every try begins as unknown, since whoever dies in the middle of it leaves exactly that. A
 * message that was handed over is not delivered: only the centre's receipt says so.
 */
export const messageLifecycle: Lifecycle<MessageStatus, MessageStep> = {
  initial: 'queued',
  final: ['delivered'],
  steps: {
    begin: { from: ['queued', 'unknown'], to: 'unknown', by: worker },
    'hand-over': { from: ['unknown'], to: 'handed-over', by: worker },
    'put-off': { from: ['unknown'], to: 'queued', by: worker },
    'give-up': { from: ['queued', 'unknown'], to: 'failed', by: worker },
    deliver: { from: ['handed-over'], to: 'delivered', by: worker },
    'report-failed': { from: ['handed-over'], to: 'failed', by: worker },
    'report-expired': { from: ['handed-over'], to: 'queued', by: worker },
    'send-again': { from: ['failed', 'unknown'], to: 'queued', by: ['administrator'] },
  },
}
