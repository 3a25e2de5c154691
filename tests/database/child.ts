/** A program for the tests of the data folder: opens it, says so, and does as it is told. */
import { openDatabase } from '#database/open'

const [dataDir = '', template = '', script = ''] = process.argv.slice(2)
try {
  const db = await openDatabase({ dataDir, template: template || null })
  if (script) await db.script(script)
  console.log('open')
  process.stdin.on('end', async () => {
    await db.close()
    console.log('closed')
  })
  process.stdin.resume()
} catch (error) {
  console.log(JSON.stringify({ code: (error as { code?: string }).code, message: (error as Error).message }))
}
