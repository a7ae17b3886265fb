import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FormBody, Upload, Uploads } from './route.ts'

/** Only what is mounted here takes files: elsewhere a form that brings some is not understood. */
export const withUploads = async (
  app: FastifyInstance,
  mount: (scope: FastifyInstance) => void,
): Promise<void> =>
  void (await app.register(async (scope) => {
    await scope.register(multipart, {
      // What is too long or too much is a fault beside its field, never a broken page.
      throwFileSizeLimit: false,
      limits: { fieldNameSize: 100, fieldSize: 1024 * 1024, fields: 3000, headerPairs: 50 },
    })
    mount(scope)
  }))

/**
 * Reads the parts of a form into memory: never to a disk unsealed. A file is cut at its limit, and
 * of more files than the route allows one more is kept, so that it shows.
 */
export async function readParts(request: FastifyRequest, uploads: Uploads): Promise<void> {
  if (!request.isMultipart()) return
  const form: Record<string, string | string[]> = {}
  const files: Upload[] = []
  try {
    for await (const part of request.parts({ limits: { fileSize: uploads.bytes } })) {
      if (part.type === 'field') addField(form, part.fieldname, String(part.value))
      else if (files.length > uploads.most) part.file.resume()
      else files.push(...(await readFile(part)))
    }
  } catch (error) {
    throw Object.assign(new Error('the parts of a form broke off', { cause: error }), {
      statusCode: 400,
    })
  }
  request.body = form satisfies FormBody
  uploadsByRequest.set(request, files)
}

/** Nothing where the field was left empty: browsers send it all the same, without a name. */
async function readFile(part: MultipartFile): Promise<Upload[]> {
  const bytes = await part.toBuffer()
  if (!part.filename) return []
  return [{ field: part.fieldname, name: part.filename, bytes, whole: !part.file.truncated }]
}

const uploadsByRequest = new WeakMap<FastifyRequest, readonly Upload[]>()

export const uploadsOf = (request: FastifyRequest): readonly Upload[] =>
  uploadsByRequest.get(request) ?? []

function addField(form: Record<string, string | string[]>, name: string, value: string): void {
  const there = Object.hasOwn(form, name) ? form[name] : undefined
  if (there === undefined) form[name] = value
  else form[name] = [there, value].flat()
}
