import { MovableElement } from './movable-element.js';
import { turn } from './turn.js';

/**
 * An element that is drawn the first time in a task of its own: those of a call come all at once, and drawn at once they
 * would hold up the page, its connections among it.
 */
export abstract class TurnElement extends MovableElement {
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await turn();
    await super.scheduleUpdate();
  }
}
