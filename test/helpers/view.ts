import { ContextProvider } from '@lit/context';
import { createViewState, viewContext, type ViewState } from '../../src/elements/shared/view-state.js';

/** A view around `box`'s elements, as `<private-meet>` gives; `set` writes it before they see it. */
export const viewAround = (box: HTMLElement, set?: (view: ViewState) => void): ViewState => {
  const view = createViewState();
  set?.(view);
  new ContextProvider(box, { context: viewContext, initialValue: view });
  for (const child of [...box.children]) box.append(child); // they look for what is around them anew
  return view;
};
