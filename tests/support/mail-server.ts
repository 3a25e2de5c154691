/** A mail server on this machine that keeps what it was told, and refuses or keeps silent when a test wants it. */

import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

export interface MailServer {
  readonly url: string
  /** Every line it was told. */
  readonly received: readonly string[]
  /** Letters it took, whole. */
  readonly letters: readonly string[]
  /** What it does with the letters to come. */
  behaves(how: Behaviour): void
  close(): Promise<void>
}

/** `silent`: takes the letter and never says so. */
export type Behaviour = 'takes' | 'refuses' | 'silent'

export async function startMailServer(): Promise<MailServer> {
  const received: string[] = []
  const letters: string[] = []
  const sockets = new Set<Socket>()
  let behaviour: Behaviour = 'takes'
  const ended = (lines: readonly string[]) => {
    if (behaviour === 'refuses') return '554 no room'
    letters.push(lines.join('\n'))
    return behaviour === 'silent' ? null : '250 kept'
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    converse(socket, received, ended)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    letters,
    behaves(how) {
      behaviour = how
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}

function converse(
  socket: Socket,
  received: string[],
  ended: (lines: readonly string[]) => string | null,
): void {
  let unread = ''
  let letter: string[] | null = null
  const say = (line: string | null) => line !== null && socket.write(`${line}\r\n`)
  say('220 here')
  socket.on('data', (bytes) => {
    const lines = (unread + bytes.toString()).split('\r\n')
    unread = lines.pop() ?? ''
    for (const line of lines) {
      received.push(line)
      if (letter !== null && line !== '.') {
        letter.push(line)
      } else if (letter !== null) {
        say(ended(letter))
        letter = null
      } else if (line === 'DATA') {
        letter = []
        say('354 go on')
      } else {
        say('250 yes')
      }
    }
  })
}
