// Runs before the first paint, so that no other theme, no English text and no empty box flashes up before the reader's theme,
// language and sample are there.
{
  const root = document.documentElement;
  /** @type {any} */
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('nutgraf') ?? '{}') ?? {};
  } catch {
    // Storage is not available.
  }
  if (kept.theme) root.dataset.theme = kept.theme;
  if (kept.size) root.style.setProperty('--size', String(Number(kept.size)));
  if (!/^en/.test(kept.language ?? navigator.language) || /[#&]sample=/.test(location.hash)) root.classList.add('pending');
}
