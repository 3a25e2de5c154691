/** The API as its description types it. A failed request is thrown with the problem that the server told. */
import createClient from 'openapi-fetch'
import type { components, paths } from './schema'

export type Schemas = components['schemas']
export type Problem = Schemas['Problem']

export const client = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })

/** A request that failed, with what the screen says about it. */
export class RequestFailed extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'RequestFailed'
    this.problem = problem
  }
}

interface Answer<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

/** The data of an answer. @throws RequestFailed */
export async function answerOf<Data>(request: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await request.catch(() => {
    throw new RequestFailed(unreachable())
  })
  if (!response.ok) throw new RequestFailed(isProblem(error) ? error : unreadable(response))
  return data as Data
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value
}

/** Codes of the panel itself, said by its catalogue. */
export function unreachable(): Problem {
  return ownProblem('UNREACHABLE', 0, '')
}

export function unreadable(response: Response): Problem {
  return ownProblem('UNREADABLE', response.status, response.headers.get('x-request-id') ?? '')
}

function ownProblem(code: string, status: number, requestId: string): Problem {
  return { type: 'about:blank', title: '', status, code, detail: '', next: '', requestId }
}

/** A run that failed, as its record tells it. */
export function failedRun({
  code,
  message,
  next,
}: {
  code: string
  message: string
  next: string
}): RequestFailed {
  return new RequestFailed({ ...ownProblem(code, 0, ''), detail: message, next })
}

export function problemOf(error: unknown): Problem {
  return error instanceof RequestFailed ? error.problem : ownProblem('UNEXPECTED', 0, '')
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof RequestFailed && error.problem.code === code
}

/** What is wrong with one field. */
export type FieldProblem = NonNullable<Problem['errors']>[number]

/** What is wrong with each field of a form, by its name. */
export function faultsByField(error: unknown): Readonly<Record<string, readonly FieldProblem[]>> {
  const faults: Record<string, FieldProblem[]> = {}
  for (const fault of problemOf(error).errors ?? []) {
    const name = fault.path.split('/').at(-1) ?? fault.path
    faults[name] = [...(faults[name] ?? []), fault]
  }
  return faults
}
