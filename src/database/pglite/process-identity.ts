import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * Which process this is, so that another one can tell later whether it still runs. A number alone is
 * not enough: numbers are used again.
 */
export interface ProcessIdentity {
  readonly pid: number
  /** As the system tells it (Linux: in clock ticks since boot); null where it does not. */
  readonly started: string | null
  readonly host: string
  /** Changes with every start of the machine. */
  readonly boot: string | null
  /** Containers number their processes apart. */
  readonly pidNamespace: string | null
}

export function ownIdentity(): ProcessIdentity {
  return {
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    boot: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: orNull(() => readlinkSync('/proc/self/ns/pid')),
  }
}

/** Whether the process runs; `unknown` when it cannot be seen from here (another host or container). */
export function stateOf(other: ProcessIdentity): 'running' | 'ended' | 'unknown' {
  const own = ownIdentity()
  if (other.host !== own.host) return 'unknown'
  if (other.boot !== own.boot) return 'ended'
  if (other.pidNamespace !== own.pidNamespace) return 'unknown'
  if (!exists(other.pid)) return 'ended'
  return startOf(other.pid) === other.started ? 'running' : 'ended'
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function startOf(pid: number): string | null {
  if (process.platform === 'win32') return null
  return orNull(process.platform === 'linux' ? () => startInProc(pid) : () => startFromPs(pid))
}

/** Field 22, counted from behind the name, which may hold spaces and brackets. */
function startInProc(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function startFromPs(pid: number): string {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { env, encoding: 'utf8' }).trim()
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
