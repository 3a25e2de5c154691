/** A server of its own with the demo network, in a folder that is removed with it. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface DemoServer {
  readonly url: string
  stop(): Promise<void>
}

const PROGRAM = ['--import=tsx', '--conditions=source', 'src/main.ts']

/** @param program how Node starts it: from the sources, unless a built one is given */
export async function startDemoServer(program: readonly string[] = PROGRAM): Promise<DemoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'headcount-screenshots-'))
  const env = {
    ...process.env,
    HEADCOUNT_DATA_DIR: folder,
    HEADCOUNT_PORT: '0',
    HEADCOUNT_LOG_LEVEL: 'error',
  }
  const server = spawn(process.execPath, [...program, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let told = ''
    server.stdout.on('data', (text: Buffer) => {
      told += text.toString()
      const address = /listens at (\S+)/.exec(told)?.[1]
      if (address !== undefined) resolve(address)
    })
    void ended.then(() => reject(new Error('The server ended before it listened.')))
  })
  return {
    url,
    async stop() {
      server.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
