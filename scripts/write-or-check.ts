import { readFileSync, writeFileSync } from 'node:fs'

/** Writes a generated file; with `--check` it fails instead where the file in git is another. */
export function writeOrCheck(path: string, content: string): void {
  if (!process.argv.includes('--check')) {
    writeFileSync(path, content)
    return
  }
  if (readFileSync(path, 'utf8') !== content) {
    console.error(`${path} is stale: run \`npm run generate\` and commit what it writes.`)
    process.exitCode = 1
  }
}
