// What the parts look like that an attribute asks for.

export const EXTRAS_LOOK = `
.tail:not(.cut) {
  display: flex;
  flex-direction: column;
  gap: 0.5em;
  padding-block-start: 0.25em;
}

.tail, .reasons {
  font-size: 0.875em;
}

summary {
  inline-size: fit-content;
  min-block-size: 24px;
  cursor: pointer;
}

.reasons ul {
  padding-inline-start: 1em;
}

.slider {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 0.75em;
}

.slider input {
  flex: 1 1 8em;
  min-inline-size: 4em;
  max-inline-size: 20em;
  min-block-size: 24px;
  margin: 0;
  accent-color: var(--nut-graf-accent, currentColor);
}

.keywords > ul, .actions {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.25em 1em;
}

.actions button {
  min-block-size: 2.25em;
  padding: 0.125em 0.75em;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
  border-radius: var(--nut-graf-radius, 4px);
  background: none;
  cursor: pointer;
}

.actions button:hover {
  border-color: currentColor;
}

@media (forced-colors: active), (prefers-contrast: more) {
  .actions button { border-color: CanvasText; }
}

@media print {
  .actions, .slider, .reasons { display: none; }
}
`;
