import type { Lifecycle } from '../../../kernel/lifecycle.ts'

export const concernStatuses = ['new', 'watched', 'complaint', 'safe', 'stopped'] as const
export type ConcernStatus = (typeof concernStatuses)[number]
export const concernActions = [
  'watch',
  'offer-help',
  'look-again',
  'become-complaint',
  'is-safe',
  'stop-watching',
  'watch-again',
] as const
export type ConcernAction = (typeof concernActions)[number]

const watchers = ['counsellor', 'complaints-officer', 'complaints-head', 'caseworker'] as const

/** A person at risk who does not complain: watched, offered help, and a complaint only by her own yes. */
export const concernLifecycle: Lifecycle<ConcernStatus, ConcernAction> = {
  initial: 'new',
  final: ['complaint', 'safe', 'stopped'],
  steps: {
    watch: { from: ['new', 'watched'], to: 'watched', by: watchers },
    'offer-help': { from: ['watched'], to: 'watched', by: watchers },
    'look-again': { from: ['watched'], to: 'watched', by: watchers },
    'become-complaint': { from: ['watched'], to: 'complaint', by: watchers },
    'is-safe': { from: ['watched'], to: 'safe', by: watchers },
    'stop-watching': { from: ['watched'], to: 'stopped', by: watchers },
    'watch-again': { from: ['safe', 'stopped'], to: 'watched', by: watchers },
  },
}

/** What stands on the timeline once an action was taken. */
export const concernEventOf: Readonly<Record<ConcernAction | 'log', string>> = {
  log: 'concern.logged',
  watch: 'concern.watched',
  'offer-help': 'concern.help-offered',
  'look-again': 'concern.looked-again',
  'become-complaint': 'concern.became-complaint',
  'is-safe': 'concern.is-safe',
  'stop-watching': 'concern.stopped',
  'watch-again': 'concern.watched-again',
}

export const concernDoors = ['officer', 'counsellor', 'public'] as const
export type ConcernDoor = (typeof concernDoors)[number]

export const helps = [
  'information',
  'a-call',
  'shelter',
  'doctor',
  'way-home',
  'legal-aid',
  'food-or-money',
] as const
export type Help = (typeof helps)[number]
export const helpAnswers = ['yes', 'no', 'later', 'not-reached'] as const
export type HelpAnswer = (typeof helpAnswers)[number]
export const yesWays = ['in-person', 'by-phone', 'in-writing', 'voice-message'] as const
export type YesWay = (typeof yesWays)[number]

/** What somebody may have noticed. */
export const concernSigns = [
  'no-contact',
  'hurt',
  'locked-in',
  'papers-taken',
  'threatened',
  'no-wage',
  'under-eighteen',
  'ill',
] as const
export type ConcernSign = (typeof concernSigns)[number]
