/**
 * What frameworks with templates of their own are told of the elements, behind what was generated for JSX and out of it.
 * It imports none of them: an augmentation of a module that a project does not have is passed over.
 */
export const FRAMEWORK_TYPES = `
declare module "solid-js/jsx-runtime" {
  namespace JSX {
    interface IntrinsicElements extends CustomElementsSolidJs {}
  }
}

/** Listeners as Svelte spells them; those of a page's own elements hear of a meeting as well, since its events bubble. */
type SvelteListeners = {
  [Name in keyof GlobalEventHandlersEventMap as \`on\${Name}\` | \`on\${Name}capture\`]?:
    | ((event: GlobalEventHandlersEventMap[Name]) => unknown)
    | null
    | undefined;
};

type SvelteAttributes = {
  /** Also an array or an object, see clsx. */
  class?: unknown;
  style?: string | null | undefined;
  tabindex?: number | null | undefined;
  [name: \`data-\${string}\` | \`aria-\${string}\` | \`style:\${string}\` | \`class:\${string}\`]: unknown;
  /** What {@attach …} becomes. */
  [name: symbol]: unknown;
};

/** What is React's alone, or said by the two above. */
type OnlyJsx = 'ref' | 'key' | 'className' | 'classList' | 'htmlFor' | 'style' | 'class' | 'tabIndex';

export type CustomElementsSvelte = {
  [Tag in keyof CustomElements]: Omit<CustomElements[Tag], OnlyJsx | \`on\${string}\`> & SvelteListeners & SvelteAttributes;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements extends CustomElementsSvelte {}
}

/** \`(name, event)\` of each event, as Vue asks a component what it emits. */
type VueEmits = {
  [Name in keyof MeetEventMap]: (listener: (name: Name, event: MeetEventMap[Name]) => void) => void;
}[keyof MeetEventMap] extends (listener: infer Emits) => void
  ? Emits
  : never;

export type CustomElementsVue = {
  [Tag in keyof CustomElements]: new () => HTMLElementTagNameMap[Tag] & {
    /** Not a property of the element: what Vue's templates may give it. */
    $props: Omit<CustomElements[Tag], OnlyJsx | \`on\${string}\`> & { tabindex?: number | string | undefined };
    /** Not a method of the element: what Vue's templates may listen to. */
    $emit: VueEmits;
  };
};

declare module "vue" {
  interface GlobalComponents extends CustomElementsVue {}
}
`;
