import { lifecycleDiagram } from '../kernel/lifecycle-diagram.ts'
import { changeLifecycle } from '../modules/changes/index.ts'
import { payOutLifecycle } from '../modules/compensation/index.ts'
import { complaintLifecycle } from '../modules/complaints/index.ts'
import { decisionLifecycle, meetingLifecycle } from '../modules/conciliation/index.ts'
import { importLifecycle } from '../modules/imports/index.ts'
import { drawLifecycle, overrideLifecycle, releaseLifecycle } from '../modules/ledger/index.ts'
import { incomingLifecycle, outgoingLifecycle } from '../modules/letters/index.ts'
import { licenceLifecycle } from '../modules/licences/index.ts'
import { messageLifecycle } from '../modules/messages/index.ts'
import { proceedingLifecycle } from '../modules/proceedings/index.ts'
import { concernLifecycle, referralLifecycle, trackLifecycle } from '../modules/protection/index.ts'

/** `docs/domain/lifecycles.md`, drawn from the tables; `npm run schema` writes it. */
export const lifecyclesDocument = (): string =>
  [
    '# Lifecycles',
    '',
    'Drawn from the tables that accept the actions; in brackets who may. A test compares.',
    ...section('Change', lifecycleDiagram(changeLifecycle)),
    ...section('Complaint', lifecycleDiagram(complaintLifecycle)),
    ...section('Protected track', lifecycleDiagram(trackLifecycle)),
    ...section('Referral', lifecycleDiagram(referralLifecycle)),
    ...section('Concern about somebody', lifecycleDiagram(concernLifecycle)),
    ...section('Proceeding elsewhere', lifecycleDiagram(proceedingLifecycle)),
    ...section('Conciliation meeting', lifecycleDiagram(meetingLifecycle)),
    ...section('Decision of a second officer', lifecycleDiagram(decisionLifecycle)),
    ...section('Outgoing letter', lifecycleDiagram(outgoingLifecycle)),
    ...section('Incoming letter', lifecycleDiagram(incomingLifecycle)),
    ...section('Draw on a deposit', lifecycleDiagram(drawLifecycle)),
    ...section('Giving back of a deposit', lifecycleDiagram(releaseLifecycle)),
    ...section('Job orders let through', lifecycleDiagram(overrideLifecycle)),
    ...section('Person on the list of a pay-out day', lifecycleDiagram(payOutLifecycle)),
    ...section('Licence', lifecycleDiagram(licenceLifecycle)),
    ...section('File that is brought in', lifecycleDiagram(importLifecycle)),
    ...section('Outgoing message', lifecycleDiagram(messageLifecycle)),
    '',
  ].join('\n')

const section = (title: string, diagram: string): string[] => [
  '',
  `## ${title}`,
  '',
  '```mermaid',
  diagram,
  '```',
]
