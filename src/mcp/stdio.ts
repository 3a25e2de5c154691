/** The server over the standard input and output of this process, for a program that starts it. */
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { type McpParts, makeMcpServer } from '#mcp/server'

/** @returns when the other program has closed its end */
export function serveOverStdio(parts: McpParts): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve)
    serveStdio(() => makeMcpServer(parts), { transport: new StdioServerTransport(), onerror: parts.onFault })
  })
}
