/** Errors as `application/problem+json` (RFC 9457), with the code of errors.ts and what to do. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ERRORS, type ErrorCode, HeadcountError } from '#errors'
import { FIELD_FAULTS, type FieldFault, type FieldFaultCode } from '#model/field-fault'
import { faultOfIssue } from '#model/issue-fault'

const FAULT_CODES = Object.keys(FIELD_FAULTS) as [FieldFaultCode, ...FieldFaultCode[]]

export const FieldProblem = z.object({
  path: z.string(),
  message: z.string(),
  code: z.enum(FAULT_CODES).optional().describe('What is wrong, where forms meet it.'),
  values: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .describe('The figures and words of the message.'),
})

export const Problem = z
  .object({
    type: z.string().describe('`about:blank`: the code tells more.'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('One of the codes of docs/errors.md, or INTERNAL.'),
    detail: z.string().describe('What was wrong, and where.'),
    next: z.string().describe('What to do.'),
    requestId: z.string(),
    errors: z
      .array(FieldProblem)
      .optional()
      .describe('The fields that are wrong, where a request has several.'),
    details: z.record(z.string(), z.unknown()).optional().describe('Such as near matches of a name.'),
  })
  .meta({ id: 'Problem', description: 'Why a request failed, and what to do.' })

export type Problem = z.infer<typeof Problem>

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is wrong',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'In conflict with what is there',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported type of content',
  422: 'The request cannot be followed',
  429: 'Too many requests',
  503: 'Not available now',
}

export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof HeadcountError) {
    const { fields, ...details } = error.details
    return problem(error.code, error.message, requestId, {
      ...(Array.isArray(fields) && { errors: fields.map(inBody) }),
      ...(Object.keys(details).length > 0 && { details }),
    })
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(({ keyword, instancePath, message = 'is wrong', params }) => ({
      path: `${error.validationContext ?? ''}${instancePath}`,
      message,
      ...faultOfIssue({ code: keyword, path: [], message, ...params } as z.core.$ZodIssue),
    }))
    const [first] = errors
    return problem('INVALID_ARGUMENT', `${first?.path}: ${first?.message}.`, requestId, { errors })
  }
  return frameworkProblem(error, requestId) ?? internal(requestId)
}

/** A field that a verb refused, named as those are that a schema refuses. */
function inBody({ path, ...fault }: FieldFault) {
  return { path: `body/${path}`, ...fault }
}

/** What the framework itself refuses: a body too large, JSON that is none, a rate limit. */
function frameworkProblem(error: unknown, requestId: string): Problem | undefined {
  const { statusCode, message } = error as Partial<FastifyError>
  if (statusCode === undefined || message === undefined) return undefined
  const code = CODES[statusCode]
  return code === undefined ? undefined : problem(code, sentence(message), requestId)
}

const CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'INVALID_ARGUMENT',
  404: 'ROUTE_NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  414: 'ADDRESS_TOO_LONG',
  415: 'CONTENT_TYPE_UNSUPPORTED',
  429: 'TOO_MANY_REQUESTS',
  503: 'OVERLOADED',
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}

function problem(
  code: ErrorCode,
  detail: string,
  requestId: string,
  more: Pick<Problem, 'errors' | 'details'> = {},
): Problem {
  const { status, next } = ERRORS[code]
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'Failed',
    status,
    code,
    detail,
    next,
    requestId,
    ...more,
  }
}

function internal(requestId: string): Problem {
  return {
    type: 'about:blank',
    title: 'A fault of Headcount',
    status: 500,
    code: 'INTERNAL',
    detail: `Something went wrong inside Headcount (request ${requestId}). Nothing was half done.`,
    next: 'Try again; if it happens again, report the request id.',
    requestId,
  }
}

/** The server's last word on every request that failed; an unknown error is logged and told only by the request's id. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const answer = problemOf(error, request.id)
  if (answer.status >= 500) request.log.error({ err: error, code: answer.code }, 'request failed')
  return reply.code(answer.status).type('application/problem+json').send(answer)
}
