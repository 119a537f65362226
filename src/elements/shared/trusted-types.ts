interface Rules {
  readonly createHTML: (html: string) => string;
}

interface Policies {
  createPolicy(name: string, rules: Rules): Rules;
}

const NAME = 'private-meet'; // of our own: a page that lists its policies may have a Lit of its own, and a name counts once
const WORDS = `<private-meet>: this page's Content-Security-Policy forbids it to draw. Add "${NAME}" to its trusted-types.`;

/** Says so in the element's place, which no template can do. */
const tellInPlace = (): void => {
  if (customElements.get(NAME)) return;
  customElements.define(
    NAME,
    class extends HTMLElement {
      connectedCallback(): void {
        this.textContent = WORDS;
      }
    },
  );
};

/** In the bundles it stands where Lit makes its policy. None is needed where a page lists names and demands nothing. */
export const createPolicy = (policies: Policies, rules: Rules): Rules | undefined => {
  try {
    return policies.createPolicy(NAME, rules);
  } catch {
    try {
      document.createElement('template').innerHTML = ''; // Refused where Trusted Types are demanded: that is what is asked here.
      return undefined;
    } catch (error) {
      tellInPlace();
      throw new Error(WORDS, { cause: error });
    }
  }
};
