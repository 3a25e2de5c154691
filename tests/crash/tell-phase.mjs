/**
 * Loaded before the built program: says on descriptor 3 how far an import has come, by what it tells its
 * database. Nothing that is told is changed. Plain JavaScript, because the built program runs without a
 * compiler.
 */
import { writeSync } from 'node:fs'
import { Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

/** In the order of an import: the phase, and the words that begin it. */
const PHASES = [
  ['opening', 'user\0'],
  ['reading', "nextval('import_ids')::int as id"],
  ['merging', 'insert into networks'],
  ['committing', 'Q\0\0\0\x0bcommit\0'],
  ['housekeeping', 'vacuum ('],
]
let next = 0

function tell(phase) {
  next += 1
  writeSync(3, `${phase}\n`)
}

function hear(bytes) {
  if (next === PHASES.length || !(bytes instanceof Uint8Array)) return
  const [phase, words] = PHASES[next]
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(words)) tell(phase)
}

const { postMessage } = Worker.prototype
Worker.prototype.postMessage = function (message, ...rest) {
  if (next === 0 && message?.kind === 'open') tell('opening')
  else hear(message?.bytes)
  return postMessage.call(this, message, ...rest)
}

const { write } = Socket.prototype
Socket.prototype.write = function (chunk, ...rest) {
  hear(chunk)
  return write.call(this, chunk, ...rest)
}
