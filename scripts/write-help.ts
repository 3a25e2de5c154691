/** Fills the tables of the articles from the rules and the stories; with --check, fails when one is stale. */
import { readdirSync, readFileSync } from 'node:fs'
import { fillArticle } from './help/fill-article.ts'
import { writeOrCheck } from './write-or-check.ts'

for (const name of readdirSync('help').filter((file) => file.endsWith('.md'))) {
  const path = `help/${name}`
  writeOrCheck(path, fillArticle(path, readFileSync(path, 'utf8')))
}
