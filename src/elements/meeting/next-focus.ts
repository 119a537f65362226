/** What had the focus, and all that was around it, innermost first; `root` is that of `<private-meet>`. */
export const nextFocus = (root: ParentNode, path: readonly Element[]): Element | null | undefined => {
  const within = (element: string, button: string) => root.querySelector(element)?.shadowRoot?.querySelector(button);
  // Of the line over the stage, to the bar: where it told of sharing, to what shares again.
  const line = path.find(({ localName }) => localName === 'pm-notice');
  const isSharing = path[0]?.matches('.wide') && line !== undefined;
  return (
    within('pm-lobby', '[part~="join"]') ??
    within('pm-waiting', '.leave') ??
    within('pm-message', 'button') ??
    (isSharing ? within('pm-controls', '[part~="button-screen"]') : undefined) ??
    (line ? within('pm-controls', '[tabindex="0"]') : undefined) ??
    root.querySelector('.stage')
  );
};
