/** Writes what the articles mean to the assistant; `--check` fails when an article has changed since. */
import { writeFileSync } from 'node:fs'
import { hasVectorsOfArticles, makeVectorsOfArticles } from '#assistant/articles/vectors'

const path = 'src/assistant/articles/vectors.bin'

// it takes a minute: made anew only where the texts are others
if (!(await hasVectorsOfArticles())) {
  if (process.argv.includes('--check')) {
    console.error(`${path} is stale: run \`npm run generate\` and commit what it writes.`)
    process.exitCode = 1
  } else writeFileSync(path, await makeVectorsOfArticles())
}
