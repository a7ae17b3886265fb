import { describe, expect, it } from 'vitest'
import type { FormBody } from '../../../../platform/http/route.ts'
import { type AnswerFacts, type Answers, checkAnswers, newComplaint } from '../../rules/answers.ts'
import { type Bearing, type QuestionId, questionIds } from '../../rules/questions.ts'
import {
  allAnswers,
  answersSoFar,
  drawnAgain,
  faultsOf,
  firstFaulty,
  foldMonth,
  parseAnswers,
} from './shapes.ts'

const agencyId = '0199f0a2-0000-7000-8000-000000000001'
const facts: AnswerFacts = {
  thisMonth: '2026-11',
  categories: new Set(['fee_overcharge', 'document_retained']),
  countries: new Set(['KH', 'TH']),
  provinces: new Set(['02']),
  agencies: new Set([agencyId]),
}
const good: FormBody = {
  relation: 'worker',
  openness: 'named',
  workerName: 'សុខ ដារា',
  way: 'phone',
  contact: '០១២ ៣៤៥ ៦៧៨',
  safeTimes: ['evening', 'sunday'],
  prefersWoman: 'yes',
  respondentKind: 'agency',
  respondentWords: 'ស្វាយមាសសាកល្បង',
  agencyId,
  categories: ['fee_overcharge', 'document_retained'],
  country: 'TH',
  province: '02',
  'month-month': '៣',
  'month-year': '២០២៦',
  paidAmount: '១,២៥០.៥០',
  paidCurrency: 'USD',
  owedCurrency: 'THB',
  soughtOpen: 'yes',
  soughtCurrency: 'USD',
  askedBefore: 'agency',
  askedAnswer: 'ឱ្យចាំ',
  story: 'ខ្ញុំ\u200bបង់ប្រាក់\nហើយមិនបានទៅ',
}
const bearing: Bearing = { openness: 'named', respondentKind: 'agency', matches: 1 }
const complaintOf = (typed: FormBody, about: Bearing = bearing) =>
  newComplaint(allAnswers.parse(foldMonth(typed)) as Answers, { language: 'km', bearing: about })

describe('the answers of a first contact', () => {
  it('make a complaint, Khmer digits and all', () => {
    expect(
      firstFaulty(['who', 'name', 'contact', 'when', 'money', 'story'], good, facts),
    ).toBeNull()
    expect(complaintOf(good)).toEqual({
      relation: 'worker',
      people: 1,
      openness: 'named',
      workerName: 'សុខ ដារា',
      complainantName: null,
      way: 'phone',
      contact: '012 345 678',
      safeTimes: ['evening', 'sunday'],
      prefersWoman: true,
      language: 'km',
      respondentKind: 'agency',
      agencyId,
      respondentWords: 'ស្វាយមាសសាកល្បង',
      categories: ['fee_overcharge', 'document_retained'],
      country: 'TH',
      province: '02',
      month: '2026-03',
      claims: [
        { kind: 'paid', sum: { minor: 125050n, currency: 'USD' }, currency: 'USD' },
        { kind: 'sought', sum: null, currency: 'USD' },
      ],
      askedBefore: 'agency',
      askedAnswer: 'ឱ្យចាំ',
      story: 'ខ្ញុំ\u200bបង់ប្រាក់\nហើយមិនបានទៅ',
    })
  })

  it('keep a sum that is not known open, never zero', () => {
    const { claims } = complaintOf({ ...good, paidAmount: '', soughtOpen: '', owedOpen: 'yes' })

    expect(claims).toEqual([{ kind: 'owed', sum: null, currency: 'THB' }])
  })

  it('leave out what was typed and is not asked any more', () => {
    const changed = complaintOf(
      {
        ...good,
        respondentKind: 'broker',
        way: 'none',
        monthUnknown: 'yes',
        askedBefore: 'nobody',
        complainantName: 'x',
      },
      { openness: 'named', respondentKind: 'broker', matches: 1 },
    )

    expect(changed).toMatchObject({
      agencyId: null,
      contact: null,
      safeTimes: [],
      prefersWoman: false,
      month: null,
      // What somebody wrote is not dropped because of the box above it.
      askedAnswer: 'ឱ្យចាំ',
      complainantName: null,
    })
  })

  it('need an answer to every required question', () => {
    const keysOf = (id: QuestionId, typed: FormBody) =>
      Object.entries(faultsOf(id, typed, facts)).map(([field, { key }]) => `${field}: ${key}`)

    expect(
      (
        [
          'who',
          'openness',
          'name',
          'contact',
          'respondent',
          'agency',
          'what',
          'where',
          'when',
          'money',
          'asked-before',
          'story',
        ] as const
      ).map((id) => [id, ...keysOf(id, {})]),
    ).toEqual([
      ['who', 'relation: complain.who.missing'],
      ['openness', 'openness: complain.openness.missing'],
      ['name', 'workerName: complain.name.worker-missing'],
      ['contact', 'way: complain.contact.way-missing'],
      [
        'respondent',
        'respondentKind: complain.respondent.missing',
        'respondentWords: complain.respondent.words-missing',
      ],
      ['agency', 'agencyId: complain.agency.missing'],
      ['what', 'categories: complain.what.missing'],
      ['where', 'country: complain.where.missing'],
      ['when', 'month: complain.when.missing'],
      ['money'],
      ['asked-before', 'askedBefore: complain.asked-before.missing'],
      ['story'],
    ])
  })

  const long = 'ក'.repeat(100_000)
  it.each<[QuestionId, FormBody, Record<string, string>]>([
    ['who', { relation: 'neighbour' }, { relation: 'complain.who.missing' }],
    ['who', { relation: ['worker', 'family'] }, { relation: 'complain.who.missing' }],
    ['who', { relation: 'group' }, { people: 'complain.who.people-missing' }],
    ['who', { relation: 'group', people: '០' }, { people: 'complain.who.people-wrong' }],
    ['who', { relation: 'group', people: '1' }, { people: 'complain.who.people-too-few' }],
    ['who', { relation: 'group', people: '-3' }, { people: 'complain.who.people-wrong' }],
    ['who', { relation: 'group', people: '2.5' }, { people: 'complain.who.people-wrong' }],
    ['who', { relation: 'group', people: '999999999999' }, { people: 'complain.who.people-wrong' }],
    [
      'openness',
      { openness: 'named; drop table complaint' },
      { openness: 'complain.openness.missing' },
    ],
    ['name', { workerName: '\u200b\u202e \u2066' }, { workerName: 'complain.name.worker-missing' }],
    ['name', { workerName: long }, { workerName: 'complain.too-long-cut' }],
    [
      'name',
      { relation: 'family', workerName: 'សុខ' },
      { complainantName: 'complain.name.own-missing' },
    ],
    ['contact', { way: 'phone', contact: 'ហៅខ្ញុំ' }, { contact: 'complain.contact.no-number' }],
    ['contact', { way: 'phone', contact: '' }, { contact: 'complain.contact.missing' }],
    ['contact', { way: 'message', contact: long }, { contact: 'complain.too-long-cut' }],
    ['contact', { way: 'owl' }, { way: 'form.not-understood' }],
    ['contact', { way: 'none', safeTimes: ['never'] }, { safeTimes: 'form.not-understood' }],
    [
      'respondent',
      { respondentKind: 'broker' },
      { respondentWords: 'complain.respondent.words-missing' },
    ],
    [
      'respondent',
      { respondentKind: 'broker', respondentWords: long },
      { respondentWords: 'complain.too-long-cut' },
    ],
    [
      'agency',
      { agencyId: '0199f0a2-0000-7000-8000-00000000ffff' },
      { agencyId: 'complain.agency.not-offered' },
    ],
    ['agency', { agencyId: "' or 1=1 --" }, { agencyId: 'complain.agency.not-offered' }],
    ['what', { categories: 'witchcraft' }, { categories: 'form.not-understood' }],
    [
      'what',
      { categories: Array(100).fill('fee_overcharge') },
      { categories: 'form.not-understood' },
    ],
    ['what', { categories: [long] }, { categories: 'form.not-understood' }],
    ['where', { country: 'XX' }, { country: 'form.not-understood' }],
    ['where', { country: 'TH', province: '99' }, { province: 'form.not-understood' }],
    ['when', { 'month-month': '13', 'month-year': '2026' }, { month: 'complain.when.wrong' }],
    ['when', { 'month-month': '0', 'month-year': '2026' }, { month: 'complain.when.wrong' }],
    ['when', { 'month-month': 'មីនា', 'month-year': '2026' }, { month: 'complain.when.wrong' }],
    ['when', { 'month-month': '3', 'month-year': '' }, { month: 'complain.when.wrong' }],
    [
      'when',
      { 'month-month': '12', 'month-year': '2026' },
      { month: 'complain.when.in-the-future' },
    ],
    [
      'when',
      { 'month-month': '១២', 'month-year': '២០២៦' },
      { month: 'complain.when.in-the-future' },
    ],
    ['when', { 'month-month': '12', 'month-year': '1889' }, { month: 'complain.when.too-early' }],
    [
      'money',
      { paidAmount: '12.50', paidCurrency: 'KHR' },
      { paidAmount: 'form.money.no-decimals-in-this-currency' },
    ],
    [
      'money',
      { paidAmount: '12.505', paidCurrency: 'USD' },
      { paidAmount: 'form.money.too-many-decimals' },
    ],
    ['money', { paidAmount: '-5', paidCurrency: 'USD' }, { paidAmount: 'form.money.negative' }],
    [
      'money',
      { paidAmount: '5', paidCurrency: '' },
      { paidCurrency: 'form.money.currency-missing' },
    ],
    ['money', { paidAmount: '5', paidCurrency: 'DOGE' }, { paidCurrency: 'form.not-understood' }],
    [
      'money',
      { owedAmount: '9'.repeat(16), owedCurrency: 'USD' },
      { owedAmount: 'form.money.too-large' },
    ],
    [
      'money',
      { owedAmount: '9'.repeat(100_000), owedCurrency: 'USD' },
      { owedAmount: 'form.money.too-large' },
    ],
    [
      'money',
      { soughtAmount: '5', soughtCurrency: 'USD', soughtOpen: 'yes' },
      { soughtAmount: 'complain.money.both' },
    ],
    [
      'money',
      { soughtAmount: '<b>5</b>', soughtCurrency: 'USD' },
      { soughtAmount: 'form.money.not-a-number' },
    ],
    [
      'asked-before',
      { askedBefore: 'agency', askedAnswer: long },
      { askedAnswer: 'complain.too-long-cut' },
    ],
    ['story', { story: long }, { story: 'complain.too-long-cut' }],
  ])('%s refuses wrong answer %#', (id, typed, expected) => {
    const faults = faultsOf(id, typed, facts)

    expect(
      Object.fromEntries(Object.entries(faults).map(([field, { key }]) => [field, key])),
    ).toEqual(expected)
  })

  it.each<[QuestionId, FormBody]>([
    ['who', { relation: 'group', people: '១២' }],
    ['who', { relation: 'worker', people: 'ច្រើន' }],
    ['name', { workerName: "<script>alert(1)</script>'; drop table worker; --" }],
    ['name', { workerName: 'سارة 😢' }],
    ['contact', { way: 'message', contact: 'Telegram បងស្រី ក្រោយម៉ោង ៦' }],
    ['contact', { way: 'none' }],
    ['respondent', { respondentKind: 'unknown' }],
    ['agency', { agencyId: 'none' }],
    ['where', { country: 'other', province: '' }],
    ['when', { monthUnknown: 'yes' }],
    ['when', { 'month-month': '11', 'month-year': '2026' }],
    ['money', { paidAmount: '1 250', paidCurrency: 'KHR' }],
    ['story', { story: '😢 <b>ខ្ញុំ</b>\u202e abc' }],
  ])('%s takes right answer %#', (id, typed) => {
    expect(faultsOf(id, typed, facts)).toEqual({})
  })

  it('are whole although a field was filled in that is hidden', () => {
    expect(parseAnswers(['who'], { ...good, people: 'many' })).toBeNull()
    expect(parseAnswers(questionIds, { ...good, people: 'many' })).not.toBeNull()
    expect(parseAnswers(questionIds, { ...good, relation: 'group', people: 'many' })).toBeNull()
  })

  it.each([
    [100, undefined],
    [150, { key: 'complain.too-long-by', values: { most: 100, has: 150, shown: 200 } }],
    [900, { key: 'complain.too-long-cut', values: { most: 100, has: 900, shown: 200 } }],
  ])('of %s letters are told how long they are', (length, told) => {
    const typed = { workerName: 'ក'.repeat(length) }

    expect(faultsOf('name', typed, facts).workerName).toEqual(told)
    expect(drawnAgain(typed).workerName).toHaveLength(Math.min(length, 200))
  })

  it.each(['😀😀', '...', '១២', '-'])('of %s name nobody', (workerName) => {
    expect(faultsOf('name', { workerName }, facts)).toEqual({
      workerName: { key: 'complain.name.no-letters' },
    })
  })

  it('lose marks that nobody sees and keep everything else as it was written', () => {
    const { story, workerName } = answersSoFar({
      story: 'a\u202eb <i>c</i> 😢\u0000',
      workerName: 'សុខ\u200b\u2066',
    })

    expect(story).toBe('ab <i>c</i> 😢')
    expect(workerName).toBe('សុខ')
  })

  it('are the same when another program sends them, as numbers and lists', () => {
    const sent = { ...good, people: 3, relation: 'group', paidAmount: 1250.5, month: '2026-03' }

    const answers = allAnswers.parse(sent)

    expect(answers).toMatchObject({ people: 3, month: '2026-03', paidAmount: '1250.5' })
    expect(checkAnswers(answers as Answers, bearing, facts)).toEqual({})
  })
})
