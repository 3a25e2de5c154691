/** Writes docs/errors.md from the table of errors; `--check` fails when it is stale. */
import { ERRORS } from '#errors'
import { writeOrCheck } from './write-or-check.ts'

const rows = Object.entries(ERRORS).map(
  ([code, { exit, status, next }]) => `| \`${code}\` | ${exit} | ${status} | ${next} |`,
)
const page = `# Errors

Every way in which a request can fail. The code never changes; the message beside it says what was wrong and where.
An error that is not in this table is a fault of Headcount: it shows an id, and its exit code is 70.
\`headcount doctor\` ends with 1 when it finds something.

| code | exit code | HTTP status | what to do |
|---|---|---|---|
${rows.join('\n')}
`

writeOrCheck('docs/errors.md', page)
