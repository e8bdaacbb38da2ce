// Before the first paint: no flash of another theme, no English that jumps to another language a moment later, no empty box
// where the address asks for a sample.
{
  const root = document.documentElement;
  /** @type {any} */
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('nutgraf') ?? '{}') ?? {};
  } catch {
    // No storage here.
  }
  if (kept.theme) root.dataset.theme = kept.theme;
  if (kept.size) root.style.setProperty('--size', String(Number(kept.size)));
  if (!/^en/.test(kept.language ?? navigator.language) || /[#&]sample=/.test(location.hash)) root.classList.add('pending');
}
