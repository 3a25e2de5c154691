/** Loaded before a program (`node --import`): writes the peak of its resident memory, in kB, as it ends. */
import { writeFileSync } from 'node:fs'

process.once('exit', () => {
  const file = process.env.BENCHMARK_PEAK_FILE
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS))
})
