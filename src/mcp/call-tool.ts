import type { CallToolResult } from '@modelcontextprotocol/server'
import { TOOLS } from '#assistant/tools/tools'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'
import type { McpParts } from '#mcp/server'

/** Calls a tool for the asker. What fails is a result too, with a code and a next step that a model can follow. */
export async function callTool(
  { verbs, onFault }: Pick<McpParts, 'verbs' | 'onFault'>,
  name: string,
  given: unknown,
): Promise<CallToolResult> {
  try {
    const found = TOOLS.find((tool) => tool.name === name)
    if (found === undefined) throw noTool(name)
    // as JSON tells it: dates become text, and what is undefined is left out
    const text = JSON.stringify(await found.call(verbs, given))
    return {
      content: [{ type: 'text', text }],
      structuredContent: JSON.parse(text) as Record<string, unknown>,
    }
  } catch (error) {
    if (!(error instanceof HeadcountError)) onFault(error)
    return failed(error)
  }
}

function noTool(name: string): HeadcountError {
  return new HeadcountError(
    'INVALID_ARGUMENT',
    `There is no tool ${quoted(name)}; the tools are ${TOOLS.map((tool) => tool.name).join(', ')}.`,
  )
}

function failed(error: unknown): CallToolResult {
  const { code, message, next, details } =
    error instanceof HeadcountError
      ? error
      : {
          code: 'INTERNAL',
          message: 'Something went wrong inside Headcount. Nothing was changed.',
          next: 'Try again; if it happens again, report it.',
          details: {},
        }
  return {
    isError: true,
    content: [{ type: 'text', text: `${code}: ${message} Next: ${next}` }],
    structuredContent: { code, message, next, details },
  }
}
