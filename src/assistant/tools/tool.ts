/** A verb that only reads, as a tool that a language model or another program can call. */
import type { z } from 'zod'
import { HeadcountError } from '#errors'
import type { Headcount } from '#services/headcount'

export interface Tool {
  readonly name: string
  readonly title: string
  /** What it answers, for whoever chooses among tools. */
  readonly description: string
  readonly input: z.ZodObject
  /** @throws INVALID_ARGUMENT for input of another shape, and the errors of its verb */
  call(verbs: Headcount, given: unknown): Promise<unknown>
}

interface Definition<Input extends z.ZodObject> extends Omit<Tool, 'input' | 'call'> {
  readonly input: Input
  readonly run: (verbs: Headcount, input: z.output<Input>) => Promise<unknown>
}

export function tool<Input extends z.ZodObject>({ run, ...definition }: Definition<Input>): Tool {
  return {
    ...definition,
    async call(verbs, given) {
      const { data, error } = definition.input.safeParse(given ?? {})
      if (data === undefined) throw wrongInput(definition, error?.issues ?? [])
      return run(verbs, data)
    },
  }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

function wrongInput({ name, input }: Pick<Tool, 'name' | 'input'>, issues: readonly Issue[]): HeadcountError {
  const told = issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.map(String).join('.') || 'it'}: ${message}`)
  const known = Object.keys(input.shape).join(', ') || 'nothing'
  return new HeadcountError(
    'INVALID_ARGUMENT',
    `The input of ${name} is wrong: ${told.join('; ')}. It takes ${known}.`,
  )
}
