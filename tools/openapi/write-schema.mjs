/** Writes the types of the HTTP API for the panel from openapi.json; with --check, fails when they are stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTypescript, { astToString } from 'openapi-typescript'

const description = new URL('../../openapi.json', import.meta.url)
const target = new URL('../../web/src/api/schema.d.ts', import.meta.url)
const content = astToString(await openapiTypescript(JSON.parse(readFileSync(description, 'utf8'))))

if (!process.argv.includes('--check')) writeFileSync(target, content)
else if (readFileSync(target, 'utf8') !== content) {
  console.error('web/src/api/schema.d.ts is stale: run `npm run generate` and commit what it writes.')
  process.exitCode = 1
}
