// The page without a network, and what other apps share with it.

/** @param {(shared: { title: string, text: string, url: string, html: boolean }) => void} onShared */
export function setUpOffline(onShared) {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !/^https?:$/.test(location.protocol)) return;
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.shared) onShared(data.shared);
  });
  const register = () => serviceWorker.register(new URL('../sw.js', import.meta.url), { updateViaCache: 'none' }).then(
    () => serviceWorker.controller?.postMessage('ready'),
    // Refused by a policy or a private window: the page works as long as there is a network.
    () => {},
  );
  // First the page, then its copy.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
