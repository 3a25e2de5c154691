// Before anything is drawn, so that a dark page never begins with a white flash.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('headcount-theme')
  } catch {
    // a browser that stores nothing follows the system
  }
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
})()
