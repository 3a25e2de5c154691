/** One archive as it is; loose files packed into one, as the server takes them. */
export async function packed(files: readonly File[]): Promise<Blob> {
  const [only] = files
  if (files.length === 1 && only !== undefined && only.name.toLowerCase().endsWith('.zip')) return only
  const { zip } = await import('fflate')
  const contents = await Promise.all(
    files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const),
  )
  return new Promise((resolve, reject) => {
    zip(Object.fromEntries(contents), { level: 1 }, (error, archive) => {
      if (error === null) resolve(new Blob([archive.slice()], { type: 'application/zip' }))
      else reject(error)
    })
  })
}
