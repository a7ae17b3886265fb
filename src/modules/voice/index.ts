export { findSpeech, type Speech } from './actions/speech.ts'
export { Spoken } from './pages/spoken.tsx'
export { type Phrases, voiceRoutes } from './pages/voice-routes.tsx'
export { digitKeys, digitPhrases, type Phrase } from './rules/phrase.ts'
