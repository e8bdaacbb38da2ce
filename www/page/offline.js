// Registers the service worker: the page then works offline, and receives what other apps share.

/** @param {(shared: { title: string, text: string, url: string, html: boolean }) => void} onShared */
export function setUpOffline(onShared) {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !/^https?:$/.test(location.protocol)) return;
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.shared) onShared(data.shared);
  });
  const register = () => serviceWorker.register(new URL('../sw.js', import.meta.url), { updateViaCache: 'none' }).then(
    () => serviceWorker.controller?.postMessage('ready'),
    // A policy or a private window refuses it: the page works as long as there is a network.
    () => {},
  );
  // The page loads first, then the copy is made.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
