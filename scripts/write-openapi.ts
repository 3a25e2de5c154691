/** Writes openapi.json from the routes and their schemas; with --check, fails when it is stale. */
import { makeServer } from '#http/server'
import { writeOrCheck } from './write-or-check.ts'

function unused(): never {
  throw new Error('A description answers no request.')
}

const server = await makeServer({
  verbsFor: unused,
  operatorsFor: unused,
  findAsker: unused,
  answerQuestion: unused,
  model: null,
  mcp: { answer: unused, close: async () => undefined },
  notReady: unused,
  // the document is of the API, whatever the program's version
  version: '1',
  publicUrl: 'http://127.0.0.1:4300',
  logger: false,
  panelFolder: null,
  requestsAMinute: 1,
  triesAMinute: 1,
  mostEventLoopDelayMs: 0,
})
await server.ready()
writeOrCheck('openapi.json', `${JSON.stringify(server.swagger(), null, 2)}\n`)
await server.close()
