import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Addresses of files that are shown, for as long as they are. */
export class FileUrls implements ReactiveController {
  readonly #urls = new Map<File, string>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly shown: () => readonly (File | undefined)[],
  ) {
    host.addController(this);
  }

  of(file: File): string {
    const url = this.#urls.get(file) ?? URL.createObjectURL(file);
    this.#urls.set(file, url);
    return url;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const shown = new Set(this.shown());
    for (const file of this.#urls.keys()) if (!shown.has(file)) this.#revoke(file);
  }

  hostDisconnected(): void {
    for (const file of this.#urls.keys()) this.#revoke(file);
  }

  #revoke(file: File): void {
    const url = this.#urls.get(file);
    if (url !== undefined) URL.revokeObjectURL(url);
    this.#urls.delete(file);
  }
}
