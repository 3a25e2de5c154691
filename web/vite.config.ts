/** Builds the panel into dist/web, where the server finds it. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = process.env.HEADCOUNT_URL ?? 'http://127.0.0.1:4300'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // a data: address would need a looser policy than 'self' for fonts
    assetsInlineLimit: 0,
    target: 'es2022',
    // the figure that matters is held by scripts/check-budget.ts
    chunkSizeWarningLimit: 1000,
    reportCompressedSize: false,
    manifest: true,
  },
  server: { port: 4301, proxy: { '/api': { target: SERVER } } },
})
