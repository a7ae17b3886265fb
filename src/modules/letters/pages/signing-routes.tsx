import { z } from 'zod'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import { parseForm } from '../../../platform/http/form.ts'
import {
  type FormBody,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { isSigningRefusal, personNames, signingLimit, signingState } from '../../accounts/index.ts'
import { readLetter } from '../actions/read-letter.ts'
import { type SignRefusal, signLetter } from '../actions/sign-letter.ts'
import { listToSign } from '../actions/to-sign.ts'
import { numberOf } from '../rules/letter.ts'
import { letterSigners } from '../rules/lifecycle.ts'
import { passedOne, placeIn, type Sitting } from '../rules/sitting.ts'
import { findLetter } from '../store/letter.ts'
import { SigningPage } from './signing-page.tsx'
import { noteInput } from './text-input.ts'
import { ToSignPage } from './to-sign-page.tsx'

/** Many letters in one sitting: each is seen, and each signature is one of its own. */
export const signingRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.lettersToSign.path,
    access: letterSigners,
    show: showList,
  },
  {
    door: 'page',
    method: 'get',
    path: routes.letterToSign.path,
    access: letterSigners,
    show: (visit, tx) => draw(visit, tx, sittingIn(visit.query)),
  },
  submits<SignRefusal | 'too-long'>({
    ...{ path: routes.letterToSign.path, access: letterSigners, alsoLimit: signingLimit },
    submit: signAndGoOn,
    refused: (visit, tx, code) => draw(visit, tx, { ...sittingIn(visit.form), refusal: code }),
  }),
]

const count = z.coerce.number().int().min(0).max(10_000).catch(0)
const sittingInput = z.object({ passed: count, signed: count })

/** What cannot be read begins anew: it only counts. */
const sittingIn = (given: FormBody): Sitting => {
  const { passed, signed } = sittingInput.parse({ passed: given.passed, signed: given.signed })
  return { passed, signed: Math.min(signed, passed) }
}

async function showList(visit: Visit, tx: Tx): Promise<Reply> {
  const letters = await listToSign(tx, visit.actor, visit.vault)
  const authors = letters.flatMap(({ letter }) => letter.draftedBy ?? [])
  const people = await personNames(tx, [...new Set(authors)])
  const sitting = sittingIn(visit.query)
  const ended = sitting.passed > 0 ? sitting : null
  return page(<ToSignPage {...{ letters, people, ended }} />)
}

const queryOf = ({ passed, signed }: Sitting) => ({
  passed: String(passed),
  signed: String(signed),
})

/** The next letter of the row, or the list with what the row came to. */
const hrefOf = (next: { readonly id: string } | null, sitting: Sitting): string =>
  next
    ? `${routes.letterToSign.href({ id: next.id }, queryOf(sitting))}#letter`
    : routes.lettersToSign.href(queryOf(sitting))

const rowOf = async ({ actor, vault }: Visit, tx: Tx) =>
  (await listToSign(tx, actor, vault)).map(({ letter }) => letter)

type Drawn = Sitting & { readonly refusal?: string }

async function draw(visit: Visit, tx: Tx, { refusal, ...sitting }: Drawn): Promise<Reply> {
  const { actor, vault, params, query, form } = visit
  const id = params.id ?? ''
  const place = placeIn(await rowOf(visit, tx), id, sitting)
  const file = place && (await readLetter(tx, actor, { vault, id }))
  // Signed already, sent down, or on another desk by now.
  if (!place || !file) return redirect(routes.lettersToSign.href(queryOf(sitting)))
  visit.looked({ act: 'looked', recordType: 'letter', recordId: file.letter.id })
  const nextHref = visit.reader.link(hrefOf(place.next, passedOne(sitting, false)))
  const before = typeof query.after === 'string' ? await findLetter(tx, query.after) : null
  const body = (
    <SigningPage
      {...{ file, sitting, submission: visit.submission }}
      place={{ number: place.number, of: place.of, nextHref }}
      signing={await signingState(tx, visit)}
      refusal={
        refusal === undefined
          ? null
          : { code: refusal, signing: isSigningRefusal(refusal) ? refusal : null }
      }
      justSigned={before?.signedBy === actor.id ? numberOf(before) : null}
      note={typeof form.note === 'string' ? form.note : ''}
    />
  )
  return page(body, refusal === undefined ? 200 : 422)
}

async function signAndGoOn(visit: Visit, tx: Tx): Promise<Result<Reply, SignRefusal | 'too-long'>> {
  const parsed = parseForm(noteInput, visit.form)
  if (!parsed.ok) return refuse('too-long')
  const id = visit.params.id ?? ''
  const sitting = sittingIn(visit.form)
  const place = placeIn(await rowOf(visit, tx), id, sitting)
  const signed = await signLetter(tx, visit, { ...parsed.value, id })
  if (!signed.ok) return signed
  const to = hrefOf(place?.next ?? null, passedOne(sitting, true))
  return ok(redirect(place?.next ? to.replace('?', `?after=${id}&`) : to))
}
