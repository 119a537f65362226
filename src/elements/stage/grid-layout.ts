/** How tiles of one size lie in a box, in CSS pixels. */
export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
}

/** Where a tile's top left corner lies, in CSS pixels from the box's. */
export interface TilePosition {
  readonly left: number;
  readonly top: number;
}

/** The shapes that tiles may have in a region. */
export interface TileShapes {
  /** Width / height that they should have, and how far they may leave it to use their cell. */
  readonly aspect: number;
  readonly narrowest: number;
  readonly widest: number;
  /** CSS pixels. */
  readonly gap: number;
}

/** The sizes that tiles may have in a region, CSS pixels. */
export interface GridRules extends TileShapes {
  /** Smaller ones go onto another page. */
  readonly minWidth: number;
  readonly minHeight: number;
  /** Height that turning pages takes, where there are several. */
  readonly pager: number;
}

/** How large a face is, whatever the camera: that of a wide picture is cut at the sides, an upright one is as high as the tile. */
const faceOf = ({ tileWidth, tileHeight }: GridLayout): number => Math.min(tileWidth, tileHeight);
const areaOf = ({ tileWidth, tileHeight }: GridLayout): number => tileWidth * tileHeight;
/** Faces that nobody tells apart by their size, as a part of it. */
const ALIKE = 0.03;

/** So many columns, each tile as large as its cell and the shapes allow. */
const withColumns = (columns: number, count: number, width: number, height: number, shapes: TileShapes): GridLayout => {
  const { aspect, gap } = shapes;
  const [narrowest, widest] = [Math.min(shapes.narrowest, aspect), Math.max(shapes.widest, aspect)];
  const rows = Math.ceil(count / columns);
  const cellWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
  const cellHeight = Math.max(0, (height - gap * (rows - 1)) / rows);
  return {
    columns,
    rows,
    tileWidth: Math.min(cellWidth, cellHeight * widest),
    tileHeight: Math.min(cellHeight, cellWidth / narrowest),
  };
};

/**
 * The number of columns that makes the faces of `count` equal tiles largest in a box, by trying each: there are never more
 * than some dozens. Of those that are alike, the one that uses most of the box; of equals, the fewest columns.
 */
export const gridLayout = (count: number, width: number, height: number, shapes: TileShapes): GridLayout => {
  const all = Array.from({ length: Math.max(1, count) }, (_, index) =>
    withColumns(index + 1, Math.max(1, count), width, height, shapes),
  );
  const largest = Math.max(...all.map(faceOf));
  const alike = all.filter((layout) => faceOf(layout) >= largest * (1 - ALIKE));
  return alike.reduce((best, layout) => (areaOf(layout) > areaOf(best) ? layout : best));
};

/** Tiles of one size on as few pages as they fit. */
export interface PagedGrid extends GridLayout {
  readonly perPage: number;
  readonly pages: number;
}

/** `count` tiles in a region: as many on a page as stay large enough, no page much fuller than another. */
export const pagedGrid = (count: number, width: number, height: number, rules: GridRules): PagedGrid => {
  const { minWidth, minHeight, pager } = rules;
  const layout = (tiles: number, room: number): GridLayout => gridLayout(tiles, width, room, rules);
  const isLarge = ({ tileWidth, tileHeight }: GridLayout): boolean => tileWidth >= minWidth && tileHeight >= minHeight;
  const all = layout(count, height);
  if (count <= 1 || isLarge(all)) return { ...all, perPage: Math.max(1, count), pages: 1 };
  const room = Math.max(0, height - pager);
  let most = count - 1;
  while (most > 1 && !isLarge(layout(most, room))) most -= 1;
  const perPage = Math.ceil(count / Math.ceil(count / most));
  return { ...layout(perPage, room), perPage, pages: Math.ceil(count / perPage) };
};

/** Where tile `index` of `count` goes: the grid in the middle of the box, the last row in the middle of the grid. */
export const tilePosition = (
  layout: GridLayout,
  index: number,
  count: number,
  width: number,
  height: number,
  gap: number,
): TilePosition => {
  const { columns, rows, tileWidth, tileHeight } = layout;
  const row = Math.floor(index / columns);
  const inRow = Math.min(columns, count - row * columns);
  const rowWidth = inRow * tileWidth + (inRow - 1) * gap;
  const gridHeight = rows * tileHeight + (rows - 1) * gap;
  return {
    left: (width - rowWidth) / 2 + (index - row * columns) * (tileWidth + gap),
    top: (height - gridHeight) / 2 + row * (tileHeight + gap),
  };
};
