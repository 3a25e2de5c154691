/** Holds every answer of a test server against the OpenAPI document in git. */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>>
  >
}

export interface Answered {
  readonly method: string
  /** Below /api/v1, with its query. */
  readonly path: string
  readonly status: number
  /** Null for an answer without a body. */
  readonly mediaType: string | null
  readonly body: unknown
}

const NAME = 'openapi.json'
const PREFIX = '/api/v1'
const PROBLEM = 'application/problem+json'

const document = JSON.parse(readFileSync(NAME, 'utf8')) as Document
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, NAME)

/** Each address as a pattern; those without variable parts first, as the server routes them. */
const ADDRESSES = Object.keys(document.paths)
  .toSorted((a, b) => a.split('{').length - b.split('{').length)
  .map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]*')}$`),
  }))

const validators = new Map<string, ValidateFunction>()

/** @throws an Error for an answer that the document does not describe */
export function mustBeDescribed(answered: Answered): void {
  const { method, path, status, mediaType, body } = answered
  const told = `${method} ${path.slice(0, 200)} answered ${status} (${mediaType ?? 'no body'})`
  const found = responseTo(answered)
  if (found === undefined) {
    // a method or an address that is not there: there is only the problem to check
    if (status < 400 || mediaType !== PROBLEM) throw new Error(`${told}, and ${NAME} has no such operation.`)
    mustFit('#/components/schemas/Problem', body, told)
    return
  }
  const { response, pointer } = found
  const content = response.content ?? {}
  if (Object.keys(content).length === 0 && mediaType === null) return
  if (mediaType === null || content[mediaType] === undefined) {
    throw new Error(`${told}; ${NAME} has ${Object.keys(content).join(', ') || 'no body'} there.`)
  }
  if (!mediaType.endsWith('json')) return
  mustFit(`${pointer}/content/${escaped(mediaType)}/schema`, body, told)
}

function responseTo({ method, path, status }: Answered): { response: Response; pointer: string } | undefined {
  const address = `${PREFIX}${path}`.replace(/[?#].*$/, '')
  const verb = method.toLowerCase()
  const template = ADDRESSES.find(
    (one) => one.pattern.test(address) && document.paths[one.template]?.[verb] !== undefined,
  )?.template
  const responses = template === undefined ? undefined : document.paths[template]?.[verb]?.responses
  if (template === undefined || responses === undefined) return undefined
  const name = responses[status] === undefined ? 'default' : String(status)
  const response = responses[name]
  if (response === undefined || (name === 'default' && status < 400)) {
    throw new Error(`${method} ${path} answered ${status}, which ${NAME} does not have.`)
  }
  return { response, pointer: `#/paths/${escaped(template)}/${verb}/responses/${name}` }
}

function mustFit(pointer: string, body: unknown, told: string): void {
  let validate = validators.get(pointer)
  if (validate === undefined) {
    validate = ajv.compile({ $ref: `${NAME}${pointer}` })
    validators.set(pointer, validate)
  }
  if (validate(body)) return
  const errors = (validate.errors ?? []).slice(0, 3).map((one) => `${one.instancePath} ${one.message}`)
  throw new Error(
    `${told} with a body that ${NAME} does not describe: ${errors.join('; ')}; ${JSON.stringify(body).slice(0, 500)}`,
  )
}

/** As a JSON pointer in a URI fragment has it. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}
