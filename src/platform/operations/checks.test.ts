import { describe, expect, it } from 'vitest'
import type { Day } from '../../kernel/days.ts'
import { judge } from './checks.ts'
import type { Figures } from './figures.ts'

const now = new Date('2026-11-20T03:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const ahead = (days: number) => new Date(now.getTime() + days * 86_400_000)

const well: Figures = {
  backupAt: ago(3_600),
  backupBytes: 1_000_000,
  backupOutcome: 'done',
  dataDiskFree: 80e9,
  backupDiskFree: null,
  certificateUntil: null,
  certificateProblem: null,
  machineCheckedAt: ago(60),
  jobWaitsSince: null,
  jobsFailed: 0,
  databaseBytes: 5e9,
  sealedAt: ago(30),
  unsealedSince: ago(20),
  digestDay: '2026-11-20' as Day,
}
const statesOf = (changed: Partial<Figures>) =>
  Object.fromEntries(judge({ ...well, ...changed }, now).map(({ name, state }) => [name, state]))

const good = {
  'backup-age': 'good',
  'data-disk': 'good',
  'machine-check': 'good',
  'oldest-job': 'good',
  'failed-jobs': 'good',
  seal: 'good',
  digest: 'good',
}

describe('what an operator is told', () => {
  it('is nothing while everything is well', () => {
    expect(statesOf({})).toEqual(good)
  })

  it.each<[string, Partial<Figures>, Record<string, string>]>([
    ['there is no backup', { backupAt: null, backupOutcome: null }, { 'backup-age': 'danger' }],
    ['one night failed', { backupOutcome: 'failed' }, { 'backup-age': 'attention' }],
    ['a file was damaged', { backupOutcome: 'incomplete' }, { 'backup-age': 'attention' }],
    ['a night was missed', { backupAt: ago(27 * 3600) }, { 'backup-age': 'attention' }],
    ['two nights were missed', { backupAt: ago(51 * 3600) }, { 'backup-age': 'danger' }],
    ['the disk fills', { dataDiskFree: 4.9e9 }, { 'data-disk': 'attention' }],
    ['the disk is nearly full', { dataDiskFree: 9e8 }, { 'data-disk': 'danger' }],
    ['the other disk fills', { backupDiskFree: 1 }, { 'backup-disk': 'danger' }],
    ['the other disk is empty', { backupDiskFree: 9e9 }, { 'backup-disk': 'good' }],
    ['the certificate lasts', { certificateUntil: ahead(60) }, { certificate: 'good' }],
    ['it ends in three weeks', { certificateUntil: ahead(20) }, { certificate: 'attention' }],
    ['it ends in a week', { certificateUntil: ahead(6) }, { certificate: 'danger' }],
    ['nobody answers', { certificateProblem: 'not-reached' }, { certificate: 'attention' }],
    [
      'nobody would trust it',
      { certificateProblem: 'not-trusted', certificateUntil: ahead(60) },
      { certificate: 'danger' },
    ],
    [
      'nobody looks at the machine',
      { machineCheckedAt: ago(1900) },
      { 'machine-check': 'attention' },
    ],
    ['nobody has looked yet', { machineCheckedAt: null }, { 'machine-check': 'unknown' }],
    ['a job waits', { jobWaitsSince: ago(301) }, { 'oldest-job': 'attention' }],
    ['a job waits for long', { jobWaitsSince: ago(1801) }, { 'oldest-job': 'danger' }],
    ['a job was given up', { jobsFailed: 1 }, { 'failed-jobs': 'attention' }],
    ['many were', { jobsFailed: 51 }, { 'failed-jobs': 'danger' }],
    ['what happened is not sealed', { unsealedSince: ago(301) }, { seal: 'attention' }],
    ['nobody seals', { unsealedSince: ago(3601) }, { seal: 'danger' }],
    ['nothing happened', { unsealedSince: null, sealedAt: null }, {}],
    ['the day was not signed', { digestDay: '2026-11-18' as Day }, { digest: 'attention' }],
    ['three days were not', { digestDay: '2026-11-16' as Day }, { digest: 'danger' }],
    ['there was no midnight yet', { digestDay: null }, { digest: 'unknown' }],
  ])('when %s', (_what, changed, expected) => {
    expect(statesOf(changed)).toEqual({ ...good, ...expected })
  })
})
