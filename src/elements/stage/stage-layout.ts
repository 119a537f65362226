import { type GridRules, gridLayout, pagedGrid, tilePosition } from './grid-layout.js';
import type { StagePlan, TileKey } from './stage-plan.js';

/** Where something lies, CSS pixels from the box's top left corner. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A box and what tiles in it should look like. */
export interface StageBox {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** `--pm-tile-aspect`. */
  readonly aspect: number;
  readonly isSmall: boolean;
}

/** Everything that is seen, and where. */
export interface StageLayout {
  readonly places: ReadonlyMap<TileKey, Place>;
  readonly page: number;
  readonly pages: number;
  /** Where one turns pages, when there are several. */
  readonly pager: Place | undefined;
  /** Width of the face that a floating self view must not cover. */
  readonly faceWidth: number;
}

/** How far a tile may leave its aspect to use its box: a face stays whole. */
const ASPECTS = { narrowest: 4 / 3, widest: 2.1 };
/** In an upright box, which tiles that lie would leave half empty. */
const UPRIGHT_ASPECTS = { narrowest: 1, widest: 2.1 };
const SMALL_ASPECTS = { narrowest: 9 / 16, widest: 2.2 };
/** Below this a name can't be read and a face not be told. */
const LEAST = { minWidth: 112, minHeight: 64 };
/** On a phone tiles are upright or square, and three stand beside each other. */
const SMALL_LEAST = { minWidth: 96, minHeight: 64 };
/** Height of the row that turns pages. */
export const PAGER = 36;
const PICTURE = 16 / 9;

export const layoutStage = (plan: StagePlan, box: StageBox, page: number): StageLayout => {
  const all = { left: 0, top: 0, width: box.width, height: box.height };
  if (!plan.stage) return inRegion(plan, all, box, page);
  if (plan.others.length === 0) {
    const place = onStage(plan.stage, all, box);
    return { places: new Map([[plan.stage, place]]), page: 0, pages: 1, pager: undefined, faceWidth: place.width };
  }
  const { stage, strip } = split(plan, box);
  const place = onStage(plan.stage, stage, box);
  const rest = inRegion(plan, strip, box, page);
  return { ...rest, places: new Map([[plan.stage, place], ...rest.places]), faceWidth: place.width };
};

/** Turns a layout round for languages that are written from right to left. */
export const mirrored = (layout: StageLayout, width: number): StageLayout => {
  const turn = (place: Place): Place => ({ ...place, left: width - place.left - place.width });
  return {
    ...layout,
    places: new Map([...layout.places].map(([key, place]) => [key, turn(place)])),
    pager: layout.pager && turn(layout.pager),
  };
};

const rulesOf = ({ width, height, aspect, gap, isSmall }: StageBox): GridRules => {
  const { narrowest, widest } = isSmall ? SMALL_ASPECTS : height > width ? UPRIGHT_ASPECTS : ASPECTS;
  return {
    // Tiles that fill their cell show most of a face when they are near square.
    aspect: isSmall ? 1 : aspect,
    narrowest: Math.min(narrowest, aspect),
    widest: Math.max(widest, aspect),
    gap,
    ...(isSmall ? SMALL_LEAST : LEAST),
    pager: PAGER,
  };
};

/** Whether one more beside `faces` in the grid makes none of them smaller. */
export const hasFreeCell = (faces: number, box: StageBox): boolean => {
  const [now, then] = [faces, faces + 1].map((count) => pagedGrid(count, box.width, box.height, rulesOf(box)));
  if (!now || !then) return false;
  return then.pages === 1 && then.tileWidth >= now.tileWidth && then.tileHeight >= now.tileHeight;
};

interface Split {
  readonly stage: Place;
  readonly strip: Place;
}

/** The stage, and the strip where it leaves a picture larger: at the end of the line, or below. */
const split = (plan: StagePlan, box: StageBox): Split => {
  const beside = splitBeside(plan, box);
  const below = splitBelow(plan, box);
  return pictureWidth(beside.stage) > pictureWidth(below.stage) ? beside : below;
};

const splitBeside = ({ others }: StagePlan, box: StageBox): Split => {
  const { width, height, gap } = box;
  const most = clamp(width * 0.2, 120, 264);
  const { columns, tileWidth } = pagedGrid(others.length, most, height, rulesOf(box));
  const used = columns * (tileWidth + gap) - gap; // where they are small because they are many, the stage has the rest
  return {
    stage: { left: 0, top: 0, width: Math.max(0, width - used - gap), height },
    strip: { left: width - used, top: 0, width: used, height },
  };
};

const splitBelow = ({ stage, others }: StagePlan, box: StageBox): Split => {
  const { width, height, gap } = box;
  const least = clamp(height * 0.2, 72, 150);
  // In an upright box a screen leaves more room than that.
  const rest = isScreen(stage) ? Math.min(height * 0.65, height - width / PICTURE - gap) : 0;
  const { pages } = pagedGrid(others.length, width, Math.max(least, rest), rulesOf(box));
  const used = Math.max(least + (pages > 1 ? PAGER : 0), rest);
  return {
    stage: { left: 0, top: 0, width, height: Math.max(0, height - used - gap) },
    strip: { left: 0, top: height - used, width, height: used },
  };
};

const pictureWidth = ({ width, height }: Place): number => Math.min(width, height * PICTURE);

const isScreen = (key: TileKey | undefined): boolean => key?.startsWith('s:') ?? false;

/** A screen has all of the stage, a face as much as leaves it whole. */
const onStage = (key: TileKey, region: Place, box: StageBox): Place => {
  if (isScreen(key)) return region;
  const { width, height } = region;
  const { tileWidth, tileHeight } = gridLayout(1, width, height, rulesOf(box));
  return {
    left: region.left + (width - tileWidth) / 2,
    top: region.top + (height - tileHeight) / 2,
    width: tileWidth,
    height: tileHeight,
  };
};

const inRegion = (plan: StagePlan, region: Place, box: StageBox, wanted: number): StageLayout => {
  const grid = pagedGrid(plan.others.length, region.width, region.height, rulesOf(box));
  const { perPage, pages, tileWidth, tileHeight } = grid;
  const page = clamp(wanted, 0, pages - 1);
  const room = region.height - (pages > 1 ? PAGER : 0);
  const shown = bringForward(plan, perPage).slice(page * perPage, (page + 1) * perPage);
  const places = shown.map((key, index): [TileKey, Place] => {
    const { left, top } = tilePosition(grid, index, shown.length, region.width, room, box.gap);
    return [key, { left: region.left + left, top: region.top + top, width: tileWidth, height: tileHeight }];
  });
  const pager = { left: region.left, top: region.top + room, width: region.width, height: PAGER };
  return { places: new Map(places), page, pages, pager: pages > 1 ? pager : undefined, faceWidth: tileWidth };
};

/** Who speaks is on the first page: in the last place there, and the one who had it in theirs. */
const bringForward = ({ others, speaker }: StagePlan, perPage: number): TileKey[] => {
  const order = [...others];
  const at = speaker === undefined ? -1 : order.indexOf(speaker);
  if (speaker === undefined || at < perPage) return order;
  const last = order[perPage - 1];
  if (last === undefined) return order;
  order[perPage - 1] = speaker;
  order[at] = last;
  return order;
};

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
