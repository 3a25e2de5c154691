/** The real Chromium of the machine. Nothing is downloaded by the packages that drive it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? installChromium(), args: ['--no-sandbox'] })
}

function findChromium(): string | undefined {
  return [process.env.HEADCOUNT_CHROMIUM, ...PLACES].find((place) => place !== undefined && existsSync(place))
}

/** As root on Debian, as in CI. @throws Error that says what to do elsewhere */
function installChromium(): string {
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/etc/debian_version')) {
    spawnSync('sh', ['-c', 'apt-get update && apt-get install -y chromium'], { stdio: 'inherit' })
  }
  const found = findChromium()
  if (found !== undefined) return found
  throw new Error(
    'The tests of the panel need Chromium: run `apt-get install chromium`, or set HEADCOUNT_CHROMIUM to one.',
  )
}
