// Opens the panel for a click on the button, a shortcut or the menu of a selection. It keeps nothing and runs only for these.

const api = globalThis.browser ?? globalThis.chrome;

/** Opens the panel beside a tab. Nothing may be awaited before that: the browser opens it for a gesture only. */
function open(tab) {
  if (api.sidePanel) {
    api.sidePanel.setOptions({ tabId: tab.id, path: `panel.html?tab=${tab.id}`, enabled: true });
    api.sidePanel.open({ tabId: tab.id });
  } else {
    api.sidebarAction.open();
  }
  // A panel that is open already reads again; one that has yet to open reads by itself.
  api.runtime.sendMessage({ read: tab.id }).catch(() => {});
}

api.action.onClicked.addListener(open);

api.runtime.onInstalled.addListener(() => {
  api.contextMenus.create({ id: 'selection', contexts: ['selection'], title: api.i18n.getMessage('selectionMenu') });
});
api.contextMenus.onClicked.addListener((_, tab) => open(tab));

api.commands.onCommand.addListener((command) => {
  const by = { 'next-key-sentence': 1, 'previous-key-sentence': -1 }[command];
  if (by) api.runtime.sendMessage({ step: by }).catch(() => {});
});
