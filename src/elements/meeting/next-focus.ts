/** What had the focus, and all that was around it, innermost first; `root` is that of `<private-meet>`. */
export const nextFocus = (root: ParentNode, path: readonly Element[]): Element | null | undefined => {
  const within = (element: string, button: string) => root.querySelector(element)?.shadowRoot?.querySelector(button);
  // What a line over the stage was about has its button in the bar.
  const wasLine = path.some(({ localName }) => localName === 'pm-notice');
  return (
    within('pm-lobby', '[part~="join"]') ??
    within('pm-message', 'button') ??
    (wasLine ? within('pm-controls', '[part~="button-screen"], [tabindex="0"]') : undefined) ??
    root.querySelector('.stage')
  );
};
