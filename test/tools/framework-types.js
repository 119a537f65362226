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

type SvelteAttributes<T extends Element> = {
  /** Also an array or an object, see clsx. */
  class?: unknown;
  style?: string | null | undefined;
  tabindex?: number | null | undefined;
  [name: \`data-\${string}\` | \`aria-\${string}\` | \`style:\${string}\` | \`class:\${string}\`]: unknown;
  /** What {@attach …} becomes. */
  [name: symbol]: (element: T) => void | (() => void);
};

/** What is React's alone, or said by the two above. */
type OnlyJsx = 'ref' | 'key' | 'className' | 'classList' | 'htmlFor' | 'style' | 'class' | 'tabIndex';

export type CustomElementsSvelte = {
  [Tag in keyof CustomElements]: Omit<CustomElements[Tag], OnlyJsx | \`on\${string}\`> &
    SvelteListeners &
    SvelteAttributes<HTMLElementTagNameMap[Tag]>;
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

/** Everybody's own, as Vue spells it; a meeting's events are among what it emits. */
type VueAttributes = {
  [Name in Exclude<keyof GlobalEventHandlersEventMap, keyof MeetEventMap> as \`on\${Capitalize<Name>}\`]?:
    | ((event: GlobalEventHandlersEventMap[Name]) => unknown)
    | undefined;
} & {
  key?: PropertyKey | undefined;
  /** Its name, or a function that is given the element. */
  ref?: unknown;
  tabindex?: number | string | undefined;
  [name: \`data\${string}\` | \`aria\${string}\`]: unknown;
};

export type CustomElementsVue = {
  [Tag in keyof CustomElements]: new () => HTMLElementTagNameMap[Tag] & {
    /** Not a property of the element: what Vue's templates may give it. */
    $props: Omit<CustomElements[Tag], OnlyJsx | \`on\${string}\`> & VueAttributes;
    /** Not a method of the element: what Vue's templates may listen to. */
    $emit: VueEmits;
  };
};

declare module "vue" {
  interface GlobalComponents extends CustomElementsVue {}
}
`;
