/** How PGlite starts PostgreSQL: as it does by itself, but with a real fsync and with memory as we need it. */
const SETTINGS = {
  search_path: 'public',
  exit_on_error: 'false',
  log_checkpoints: 'false',
  max_worker_processes: '0',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  io_method: 'sync',
  plan_cache_mode: 'force_generic_plan',
}

/**
 * All of shared_buffers is touched at the start: 128 MB of it would make a process of 340 MB. Old log
 * files are kept for use again up to max_wal_size: after one large index its default left 289 MB.
 */
const ON_DISK = {
  shared_buffers: '96MB',
  work_mem: '32MB',
  max_wal_size: '128MB',
  min_wal_size: '64MB',
  wal_sync_method: 'fsync',
}
const IN_MEMORY = { shared_buffers: '32MB' }

/** Of the sync methods only `fsync` reaches the disk; the default, fdatasync, is a stub in WASM. */
export const DURABLE_START_PARAMS = params(['--single', '-O', '-j'], { ...SETTINGS, ...ON_DISK })

/** `-F` turns fsync off. */
export const MEMORY_START_PARAMS = params(['--single', '-F', '-O', '-j'], { ...SETTINGS, ...IN_MEMORY })

function params(flags: readonly string[], settings: Readonly<Record<string, string>>): string[] {
  return [...flags, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
