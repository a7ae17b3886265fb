import type { Bench } from './support/bench.ts'
import { duel } from './support/duel.ts'
import { complaint } from './support/samples.ts'

/** A complaint received, against the rival; and where the time of each goes. */
export const submit: Bench = {
  name: 'submit',
  run: (run) =>
    duel(run, {
      what: 'complaints received',
      own: { paths: ['/api/v1/complaints'], body: complaint },
      rival: { paths: ['/complaints'], body: complaint },
      share: 0.5,
    }),
}
