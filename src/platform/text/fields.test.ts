import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Day } from '../../kernel/days.ts'
import { parseForm } from '../http/form.ts'
import * as fields from './fields.ts'

const keys = { missing: 'a.missing', tooLong: 'a.too-long', wrong: 'a.wrong' }

const schema = z.object({
  name: fields.line({ max: 20, ...keys }),
  story: fields.optionalLines({ max: 50, ...keys }),
  phone: fields.optionalPhone(keys.wrong),
  kinds: fields.choices(['fee', 'wage', 'papers']),
  many: fields.wholeNumber({ least: 1, most: 9, wrong: keys.wrong }),
  day: fields.day({ ...keys, latest: { day: '2026-01-31' as Day, message: 'a.future' } }),
})
const good = { name: ' សុខ\u200b ', many: '៣', day: '2026-01-31' }

describe('the pieces of a form', () => {
  it('give cleaned and typed values', () => {
    expect(
      parseForm(schema, { ...good, phone: '០១២ ៣៤៥ ៦៧៨', kinds: ['wage', 'fee', 'fee'] }),
    ).toEqual({
      ok: true,
      value: {
        name: 'សុខ',
        story: null,
        phone: '+85512345678',
        kinds: ['fee', 'wage'],
        many: 3,
        day: '2026-01-31',
      },
    })
  })

  it.each([
    [{ name: undefined }, { name: { key: 'a.missing' } }],
    [{ name: '\u200b\u202e ' }, { name: { key: 'a.missing' } }],
    [{ name: ['a', 'b'] }, { name: { key: 'a.missing' } }],
    [{ name: 'x'.repeat(100_000) }, { name: { key: 'a.too-long', values: { most: 20 } } }],
    [{ story: 'x'.repeat(51) }, { story: { key: 'a.too-long', values: { most: 50 } } }],
    [{ phone: 'none' }, { phone: { key: 'a.wrong' } }],
    [{ kinds: 'other' }, { 'kinds.0': { key: 'form.not-understood' } }],
    [{ many: '0' }, { many: { key: 'a.wrong' } }],
    [{ many: '1.5' }, { many: { key: 'a.wrong' } }],
    [{ day: '' }, { day: { key: 'a.missing' } }],
    [{ day: '2026-02-30' }, { day: { key: 'a.wrong' } }],
    [{ day: '2026-02-01' }, { day: { key: 'a.future' } }],
  ])('refuse wrong answer %# with the sentence of its field', (wrong, errors) => {
    const form = { ...good, ...wrong } as Record<string, string>
    const parsed = parseForm(schema, form)

    expect(parsed).toMatchObject({ ok: false })
    if (!parsed.ok) expect(JSON.parse(JSON.stringify(parsed.refusal))).toMatchObject(errors)
  })

  it('tell the browser how long a text may be', () => {
    expect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })).toMatchObject({
      properties: {
        name: { maxLength: 20 },
        story: { anyOf: [{ maxLength: 50 }, { type: 'null' }] },
      },
    })
  })
})

describe('a day in three fields', () => {
  it.each([
    [{ 'on-day': '៥', 'on-month': '១', 'on-year': '២០២៦' }, '2026-01-05'],
    [{ 'on-day': '31', 'on-month': '2', 'on-year': '2026' }, '2026-02-31'],
    [{ 'on-day': '', 'on-month': ' ', 'on-year': '' }, undefined],
    [{ 'on-day': '5', 'on-month': '', 'on-year': '' }, '-00-05'],
    [{ on: '2026-01-05' }, '2026-01-05'],
  ])('%j is %s', (form, day) => {
    expect(fields.foldDay(form, 'on').on).toBe(day)
  })
})

describe('money', () => {
  const money = z
    .object({ paid: fields.amount(), paidIn: fields.currency() })
    .transform((form, ctx) =>
      fields.moneyOf(ctx, { field: 'paid', text: form.paid, currency: form.paidIn }),
    )

  it.each([
    [
      { paid: '១,២៥០', paidIn: 'USD' },
      { minor: 125_000n, currency: 'USD' },
    ],
    [
      { paid: '4000000', paidIn: 'KHR' },
      { minor: 4_000_000n, currency: 'KHR' },
    ],
    [{ paid: '', paidIn: 'USD' }, null],
  ])('reads %j', (form, value) => {
    expect(parseForm(money, form)).toEqual({ ok: true, value })
  })

  it.each([
    [
      { paid: '10.50', paidIn: 'KHR' },
      { paid: { key: 'form.money.no-decimals-in-this-currency' } },
    ],
    [{ paid: '-1', paidIn: 'USD' }, { paid: { key: 'form.money.negative' } }],
    [{ paid: 'much', paidIn: 'USD' }, { paid: { key: 'form.money.not-a-number' } }],
    [{ paid: '9'.repeat(100_000), paidIn: 'USD' }, { paid: { key: 'form.money.too-large' } }],
    [{ paid: '1' }, { paidIn: { key: 'form.money.currency-missing' } }],
  ])('refuses wrong amount %#', (form, refusal) => {
    expect(parseForm(money, form as Record<string, string>)).toMatchObject({ ok: false, refusal })
  })
})
