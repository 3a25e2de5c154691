import fs from 'node:fs'
import type { PGlite, postgresMod } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type EmscriptenOptions = Partial<postgresMod.PostgresMod>

/** The parts of Emscripten's file system over Node's `fs` that are amended here. */
interface NodeFileSystem {
  stream_ops: {
    fsync?: (stream: Stream) => number
    write: (stream: Stream, bytes: Uint8Array, offset: number, length: number, position?: number) => number
  }
}

interface Stream {
  /** File descriptor of the operating system. */
  readonly nfd?: number
  readonly path?: string
}

/** WASI's EIO: PostgreSQL stops at once rather than believe that a commit is on the disk. */
const EIO = 29

/** What has gone to the disk since the count was last set to zero. */
export interface DiskCounters {
  walBytes: number
  syncs: number
}

/**
 * A data folder whose fsync is real. Emscripten's file system over Node has none: PostgreSQL would be
 * told that every commit is safe while it stands in the cache of the operating system.
 */
export class DurableNodeFS extends NodeFS {
  readonly counters: DiskCounters = { walBytes: 0, syncs: 0 }

  override async init(
    pg: PGlite,
    options: EmscriptenOptions,
  ): Promise<{ emscriptenOpts: EmscriptenOptions }> {
    const { emscriptenOpts } = await super.init(pg, options)
    const amend = (module: { NODEFS: NodeFileSystem }) => this.#amend(module.NODEFS.stream_ops)
    const preRun = [...((emscriptenOpts.preRun as unknown[] | undefined) ?? []), amend]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } as EmscriptenOptions }
  }

  #amend(operations: NodeFileSystem['stream_ops']): void {
    const { counters } = this
    const write = operations.write
    operations.write = (stream, bytes, offset, length, position) => {
      if (stream.path?.includes('/pg_wal/')) counters.walBytes += length
      return write(stream, bytes, offset, length, position)
    }
    operations.fsync = ({ nfd }) => {
      if (nfd === undefined) return 0
      counters.syncs++
      try {
        fs.fdatasyncSync(nfd)
        return 0
      } catch {
        return EIO
      }
    }
  }
}
