import { z } from 'zod'
import type { ApiRoute, Route } from './route.ts'

export type Described = {
  readonly path: string
  readonly method: 'get' | 'post'
  readonly summary: string
  readonly scope: string | null
}

export const apiRoutesOf = (routes: readonly Route[]): ApiRoute[] =>
  routes.filter((route): route is ApiRoute => route.door === 'api')

/** OpenAPI 3.1 of every API address, made from the very schemas that check the requests. */
export function openApiDocument(routes: readonly Route[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of apiRoutesOf(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'BECOME', version, description: 'Outward labour migration of a country.' },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  }
}

function operation(route: ApiRoute) {
  const success = { description: 'Done', content: json(schemaOf(route.reply, 'output')) }
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.scope ? { security: [{ token: [] }], 'x-scope': route.scope } : { security: [] }),
    parameters: [...pathParameters(route), ...queryParameters(route), ...writeHeaders(route)],
    ...(route.body
      ? { requestBody: { required: true, content: json(schemaOf(route.body, 'input')) } }
      : {}),
    responses: {
      [route.method === 'post' ? '201' : '200']: success,
      '4XX': {
        description: 'Refused, with a code and a sentence',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

const operationId = ({ method, path }: ApiRoute): string =>
  `${method}${path
    .replace('/api/v1', '')
    .replace(/\/:?(\w)(\w*)/g, (_, first: string, rest: string) => first.toUpperCase() + rest)
    .replace(/\W/g, '')}`

const json = (schema: unknown) => ({ 'application/json': { schema } })

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const pathParameters = ({ path }: ApiRoute) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string' },
  }))

function queryParameters(route: ApiRoute) {
  if (!route.query) return []
  const { properties = {}, required = [] } = schemaOf(route.query, 'input')
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', schema },
    required: required.includes(name),
  }))
}

const writeHeaders = ({ method }: ApiRoute) =>
  method === 'get'
    ? []
    : [
        {
          ...{ name: 'Idempotency-Key', in: 'header', required: true },
          description: 'Unique for this attempt; sending it again does no harm.',
          schema: { type: 'string', minLength: 8, maxLength: 100, pattern: '^[\\w-]+$' },
        },
      ]

/** RFC 9457, as platform/http/problem.ts sends it. */
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    reference: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
}
